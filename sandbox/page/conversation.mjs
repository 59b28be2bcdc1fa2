import { fileUrl } from './api.mjs';
import { drawCard } from './card.mjs';
import { carryOver } from './card-form.mjs';
import { avatar, element } from './dom.mjs';
import { momentText } from './time.mjs';

const MARGIN = 8;

/** The messages of one chat; redraws only what changed, so that a half-filled form stays as it is. */
export class Conversation {
  drawn = new Map();
  key = '';

  constructor(list) {
    this.list = list;
  }

  /**
   * @param {string} key who reads which chat; another one starts afresh
   * @param {{ personId: string, empty: string, nameOf: (id: string) => string, people: [string, string][] }} view with
   *   what to do on `reply`, `recall` and `tap`
   */
  show(key, messages, view) {
    const atEnd = this.list.scrollHeight - this.list.scrollTop - this.list.clientHeight < 80;
    const fresh = key !== this.key;
    const before = this.drawn.size;
    if (fresh) {
      this.list.replaceChildren();
      this.drawn.clear();
    }
    this.key = key;
    this.forgetAllBut(messages);
    for (const message of messages) this.place(message, view);
    if (messages.length === 0) {
      this.list.replaceChildren(element('li', { className: 'empty', textContent: view.empty }));
    } else {
      this.list.querySelector('.empty')?.remove();
    }
    if (fresh || (atEnd && this.drawn.size > before)) this.toLatest();
  }

  /** The latest message, from its beginning where it is taller than the list. */
  toLatest() {
    this.list.scrollTop = this.list.scrollHeight;
    const hidden =
      this.list.getBoundingClientRect().top - (this.list.lastElementChild?.getBoundingClientRect().top ?? 0);
    if (hidden > 0) this.list.scrollTop -= hidden + MARGIN;
  }

  /** A sandbox that was started anew has none of the messages of the one before. */
  forgetAllBut(messages) {
    const kept = new Set(messages.map(({ id }) => id));
    for (const [id, { node }] of this.drawn) {
      if (kept.has(id)) continue;
      node.remove();
      this.drawn.delete(id);
    }
  }

  place(message, view) {
    const signature = JSON.stringify([
      message.versions,
      message.recalled,
      message.edits,
      message.urgentTo,
      message.threadId,
      message.reactions.length,
    ]);
    const known = this.drawn.get(message.id);
    if (known?.signature === signature) return;
    const node = drawMessage(message, view);
    if (known) {
      carryOver(known.node, node);
      known.node.replaceWith(node);
    } else this.list.append(node);
    this.drawn.set(message.id, { signature, node });
  }
}

function drawMessage(message, view) {
  const { sender } = message;
  const mine = sender.id === view.personId;
  const classes = ['message', mine ? 'mine' : '', message.parentId ? 'reply' : ''];
  const body = element('div', { className: 'body' }, meta(message, mine, view), content(message, view));
  return element('li', { className: classes.join(' ').trim() }, avatar(sender.name, sender.type === 'app'), body);
}

function meta(message, mine, view) {
  const small = (label, onclick) =>
    element('button', { type: 'button', className: 'quiet', textContent: label, onclick });
  const buzzed = message.urgentTo.map(view.nameOf).join('、');
  return element(
    'div',
    { className: 'meta' },
    element('span', { textContent: message.sender.name }),
    element('time', { textContent: momentText(message.createdAt) }),
    buzzed ? element('span', { className: 'buzz', textContent: `⚡加急 ${buzzed}` }) : null,
    message.versions > 1 && message.card ? element('span', { textContent: `已更新 ${message.versions - 1} 次` }) : null,
    message.edits > 0 ? element('span', { textContent: '已编辑' }) : null,
    ...message.reactions.map(({ emoji }) => element('span', { textContent: `[${emoji}]` })),
    message.recalled ? null : small('回复', () => view.reply(message)),
    mine && !message.recalled ? small('撤回', () => view.recall(message)) : null,
  );
}

function content(message, view) {
  if (message.recalled) return element('div', { className: 'bubble recalled', textContent: '消息已撤回' });
  if (message.card) return drawCard(message.card, { ...view, tap: (tap) => view.tap(message, tap) });
  return element('div', { className: 'bubble' }, ...bubble(message));
}

function bubble({ type, content: body, text, children }) {
  switch (type) {
    case 'image':
      return [element('img', { src: fileUrl(body.image_key), alt: '图片' })];
    case 'post':
      return postNodes(body, text);
    case 'file':
      return [
        element('a', {
          href: fileUrl(body.file_key),
          download: body.file_name ?? '',
          textContent: `📎 ${body.file_name ?? '文件'}`,
        }),
      ];
    case 'audio':
      return [`🎤 语音 ${Math.round((body.duration ?? 0) / 1000)} 秒`];
    case 'merge_forward':
      return [
        element('strong', { textContent: '聊天记录' }),
        ...children.map((child) => element('div', { className: 'merged' }, `${child.sender.name}：`, ...bubble(child))),
      ];
    default:
      return [text || `（${type}）`];
  }
}

function postNodes({ title, content: rows = [] }, text) {
  const images = rows.flat().filter(({ tag }) => tag === 'img');
  const words = text || title || '';
  return [words, ...images.map(({ image_key }) => element('img', { src: fileUrl(image_key), alt: '图片' }))];
}
