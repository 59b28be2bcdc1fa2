import { act, ask } from './api.mjs';
import { wireClock } from './clock.mjs';
import { Conversation } from './conversation.mjs';
import { avatar, element, toast } from './dom.mjs';

/** By then the bot has connected again. */
const RECONNECTED_MS = 4000;

const at = (id) => document.getElementById(id);
const state = { overview: null, personId: '', chatId: '', replyTo: null, seen: new Map() };
const conversation = new Conversation(at('messages'));
const setClock = wireClock(start, () => refreshSoon());

const person = () => state.overview.people.find(({ id }) => id === state.personId);
const chat = () => person().chats.find(({ id }) => id === state.chatId);
const nameOf = (id) => state.overview.names[id] ?? id;
const seenKey = (personId, chatId) => `${personId} ${chatId}`;
const newIn = (personId, { id, count }) => Math.max(0, count - (state.seen.get(seenKey(personId, id)) ?? 0));

/** Does something and says what went wrong, if anything did. */
async function attempt(work) {
  try {
    return await work();
  } catch (error) {
    toast(error.message, 'error');
    return undefined;
  }
}

/** The same, where nobody waits for it. */
function start(work) {
  void attempt(work);
}

function choosePerson(personId) {
  state.personId = personId;
  state.chatId = '';
  state.replyTo = null;
  start(async () => {
    await refresh();
    await act('enter', { person: personId });
  });
}

function chooseChat(chatId) {
  state.chatId = chatId;
  state.replyTo = null;
  start(refresh);
}

let reading = 0;
async function refresh() {
  reading += 1;
  const turn = reading;
  const overview = await ask('overview');
  if (turn !== reading) return;
  state.overview = overview;
  setClock(overview);
  state.personId ||= overview.people[0].id;
  if (!chat()) state.chatId = person().chats[0].id;
  const [personId, chatId] = [state.personId, state.chatId];
  const messages = await ask('messages', { person: personId, chat: chatId });
  // A newer refresh, or another choice meanwhile, draws instead.
  if (turn !== reading || personId !== state.personId || chatId !== state.chatId) return;
  state.seen.set(seenKey(personId, chatId), messages.length);
  draw(messages);
}

function unread({ id, chats }) {
  return chats.reduce((sum, chat) => sum + newIn(id, chat), 0);
}

function entry({ label, note, count, current, picture, onclick }) {
  const badge = count > 0 ? element('span', { className: 'badge', textContent: String(count) }) : null;
  const small = element('small', { textContent: note });
  const button = element(
    'button',
    { type: 'button', onclick },
    picture,
    element('span', { className: 'entry' }, label, small),
    badge,
  );
  button.setAttribute('aria-current', String(current));
  return element('li', {}, button);
}

function draw(messages) {
  const { people, bot, samples, transport, connections } = state.overview;
  at('people').replaceChildren(
    ...people.map((each) =>
      entry({
        label: each.name,
        note: each.title ?? '',
        count: unread(each),
        current: each.id === state.personId,
        picture: avatar(each.name, false),
        onclick: () => choosePerson(each.id),
      }),
    ),
  );
  const choices = people.map((each) => {
    const news = unread(each);
    const label = `${each.name} · ${each.title ?? ''}${news > 0 ? `（${news}）` : ''}`;
    return element('option', { value: each.id, textContent: label, selected: each.id === state.personId });
  });
  at('person-select').replaceChildren(...choices);
  at('chats').replaceChildren(
    ...person().chats.map((each) =>
      entry({
        label: each.mode === 'p2p' ? bot.name : each.name,
        note: each.last ?? '',
        count: newIn(state.personId, each),
        current: each.id === state.chatId,
        picture: avatar([...each.name].slice(0, 2).join(''), each.mode === 'p2p'),
        onclick: () => chooseChat(each.id),
      }),
    ),
  );
  showConnection(transport === 'webhook' ? 'webhook' : connections > 0 ? '已连接' : '机器人未连接');
  at('samples').replaceChildren(
    ...samples.map(({ id, title }) =>
      element('button', { type: 'button', textContent: title, onclick: ({ target }) => forward(id, target) }),
    ),
  );
  drawTalk(messages);
}

function showConnection(words) {
  at('connection').textContent = words;
  at('connection').className = /未|已断开/.test(words) ? 'off' : '';
}

function drawTalk(messages) {
  const { mode, name, hasBot, members } = chat();
  const group = mode === 'group';
  at('chat-name').textContent = group ? `${name}（${members.length} 人）` : name;
  at('talk-head').classList.toggle('group', group);
  at('toggle-bot').hidden = !group;
  at('toggle-bot').textContent = hasBot ? '移出机器人' : '添加机器人';
  at('tray').hidden = group;
  at('mention-label').hidden = !group;
  const { replyTo } = state;
  at('answering').hidden = !replyTo;
  at('answering').firstElementChild.textContent = replyTo
    ? `回复 ${replyTo.sender.name}：${replyTo.text.slice(0, 40)}`
    : '';
  const people = members.map((id) => [id, nameOf(id)]);
  conversation.show(seenKey(state.personId, state.chatId), messages, {
    personId: state.personId,
    empty: group
      ? '还没有消息。客户反馈提交后，责任部门的卡片会发到群里。'
      : '还没有消息。扮演客户经理，转发一条下面的客户消息试试。',
    nameOf,
    people,
    tap,
    reply: (message) => {
      state.replyTo = message;
      drawTalk(messages);
      at('text').focus();
    },
    recall: ({ id }) => start(() => act('recall', { person: state.personId, messageId: id })),
  });
}

async function tap({ id }, tapped) {
  const result = await attempt(() => act('tap', { person: state.personId, messageId: id, ...tapped }));
  if (result?.error) toast(`${result.error.message}（${result.error.code}）`, 'error');
  if (result?.toast) toast(result.toast.content, result.toast.type);
}

/** Off while it goes out, so that a double tap does not forward twice. */
function forward(sample, button) {
  button.disabled = true;
  start(async () => {
    await act('forward', { person: state.personId, sample }).finally(() => {
      button.disabled = false;
    });
  });
}

function send() {
  const text = at('text').value.trim();
  if (!text) return;
  const { personId, chatId, replyTo } = state;
  at('text').value = '';
  state.replyTo = null;
  const mentionBot = chat().mode === 'group' && at('mention').checked;
  start(async () => {
    try {
      await act('send', { person: personId, chatId, text, replyTo: replyTo?.id, mentionBot });
    } catch (error) {
      // What was written is not lost with the connection.
      at('text').value ||= text;
      throw error;
    }
  });
}

at('person-select').addEventListener('change', ({ target }) => choosePerson(target.value));
at('composer').addEventListener('submit', (event) => {
  event.preventDefault();
  send();
});
at('text').addEventListener('keydown', (event) => {
  // While an input method composes, Enter only picks a word.
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  send();
});
at('answering').lastElementChild.addEventListener('click', () => {
  state.replyTo = null;
  start(refresh);
});
at('toggle-bot').addEventListener('click', () =>
  start(() => act('bot', { person: state.personId, chatId: state.chatId, present: !chat().hasBot })),
);
at('slow').addEventListener('change', ({ target }) =>
  start(() => act('trouble', { latencyMs: target.checked ? 2000 : 0 })),
);
at('flaky').addEventListener('change', ({ target }) =>
  start(() => act('trouble', { errorRate: target.checked ? 0.3 : 0 })),
);
at('drop').addEventListener('click', () =>
  start(async () => {
    await act('trouble', { drop: true });
    toast('长连接已断开，机器人会自己重新连接', 'info');
    await refresh();
    setTimeout(refreshSoon, RECONNECTED_MS);
  }),
);

let waiting = 0;
function refreshSoon() {
  clearTimeout(waiting);
  waiting = setTimeout(() => start(refresh), 80);
}
const stream = new EventSource('/sandbox/stream');
stream.addEventListener('message', refreshSoon);
stream.addEventListener('open', refreshSoon);
stream.addEventListener('error', () => {
  showConnection('沙盒已断开');
});

start(async () => {
  await refresh();
  const { settings } = state.overview;
  at('slow').checked = settings.latencyMs > 0;
  at('flaky').checked = settings.errorRate > 0;
});
