import { useEffect, useRef, useState } from 'preact/hooks';
import { act } from '../api';
import { useLabels } from '../labels';
import { lineOf } from '../lib/message';
import { Icon } from '../shell/icon';
import { useNotices } from '../shell/toasts';
import { TEST_IDS } from '../test-ids';
import { kindLabels } from './bundle';
import type { Aside, Place } from './message-place';

/** Unsent texts by person and chat. */
const drafts = new Map<string, string>();

interface ComposerProps {
  place: Place;
  aside: Aside | null;
  isTrayOpen: boolean;
  onAside(aside: Aside | null): void;
  onTray(): void;
}

/** Writes a message, a reply, or a new text for one's own message. */
export function Composer({ place, aside, isTrayOpen, onAside, onTray }: ComposerProps) {
  const labels = useLabels();
  const { attempt } = useNotices();
  const { person, chat, bot } = place;
  const draftKey = `${person.id} ${chat.id}`;
  const [text, setText] = useState(() => drafts.get(draftKey) ?? '');
  const [mentionsBot, setMentionsBot] = useState(false);
  const box = useRef<HTMLTextAreaElement>(null);
  const isGroup = chat.mode === 'group';
  const isEdit = aside?.kind === 'edit';
  const name = isGroup ? chat.name : bot.name;

  const write = (next: string) => {
    setText(next);
    if (!isEdit) drafts.set(draftKey, next);
  };
  const unsaved = useRef<string | null>(null);
  useEffect(() => {
    setText(isEdit ? (unsaved.current ?? aside.message.text) : (drafts.get(draftKey) ?? ''));
    unsaved.current = null;
    if (aside) box.current?.focus();
  }, [aside?.kind, aside?.message.id]);

  const send = async () => {
    const said = text.trim();
    if (!said) return;
    const was = aside;
    write('');
    onAside(null);
    if (await attempt(() => (was?.kind === 'edit' ? edit(was, said) : say(was, said)))) return;
    // A failed send keeps the text, and the text written meanwhile stays, too.
    if (was?.kind === 'edit') unsaved.current = said;
    else restore(said);
    if (was) onAside(was);
  };
  const restore = (said: string) => {
    const since = drafts.get(draftKey);
    write(since ? `${said}\n${since}` : said);
  };
  const edit = (was: Aside, said: string) => act('edit', { person: person.id, messageId: was.message.id, text: said });
  const say = (was: Aside | null, said: string) => {
    const typed = `@${bot.name}`;
    const mentionBot = isGroup && (mentionsBot || said.includes(typed));
    const bare = mentionBot ? said.replace(typed, '').trim() || said : said;
    return act('send', { person: person.id, chatId: chat.id, text: bare, replyTo: was?.message.id, mentionBot });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && aside) {
      event.preventDefault();
      onAside(null);
    }
    // While an input method composes, Enter picks a word. Older browsers report it as key code 229.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.keyCode === 229) return;
    event.preventDefault();
    void send();
  };

  if (person.left) return <p class="composer closed">{labels.composer.left}</p>;
  if (chat.dissolved) return <p class="composer closed">{labels.composer.closed}</p>;
  return (
    <form
      class="composer"
      data-testid={TEST_IDS.composer}
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      {aside && <AsideLine aside={aside} onStop={() => onAside(null)} />}
      <div class="composer-row">
        <button
          type="button"
          class={`quiet square${isTrayOpen ? ' on' : ''}`}
          aria-expanded={isTrayOpen}
          aria-label={labels.tray.open}
          title={labels.tray.open}
          data-testid={TEST_IDS.trayToggle}
          onClick={onTray}
        >
          <Icon name="forward" />
        </button>
        <textarea
          ref={box}
          rows={1}
          value={text}
          aria-label={labels.composer.label}
          placeholder={labels.composer.placeholder(name)}
          title={labels.composer.hint}
          data-testid={TEST_IDS.text}
          onInput={({ currentTarget }) => write(currentTarget.value)}
          onKeyDown={onKeyDown}
        />
        {isGroup && chat.hasBot && !isEdit && (
          <button
            type="button"
            class={`quiet mention-bot${mentionsBot ? ' on' : ''}`}
            aria-pressed={mentionsBot}
            title={labels.composer.mentionHint}
            data-testid={TEST_IDS.mention}
            onClick={() => setMentionsBot(!mentionsBot)}
          >
            {labels.composer.mention(bot.name)}
          </button>
        )}
        <button type="submit" class="solid" disabled={text.trim() === ''} data-testid={TEST_IDS.send}>
          {isEdit ? labels.composer.save : labels.composer.send}
        </button>
      </div>
    </form>
  );
}

function AsideLine({ aside, onStop }: { aside: Aside; onStop(): void }) {
  const labels = useLabels();
  const { kind, message } = aside;
  const line = lineOf(message, kindLabels(labels.kinds));
  return (
    <div class="aside-line">
      <Icon name={kind === 'edit' ? 'edit' : 'reply'} />
      <span>{kind === 'edit' ? labels.composer.editing : labels.composer.answering(message.sender.name, line)}</span>
      <button
        type="button"
        class="quiet square"
        aria-label={labels.composer.stop}
        data-testid={TEST_IDS.stopAnswering}
        onClick={onStop}
      >
        <Icon name="close" />
      </button>
    </div>
  );
}
