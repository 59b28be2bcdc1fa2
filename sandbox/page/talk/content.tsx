import { fileUrl } from '../api';
import { useLabels } from '../labels';
import { fieldOf, type Message } from '../lib/message';
import { Icon } from '../shell/icon';
import { Bundle } from './bundle';
import { Picture } from './picture';
import { Post } from './post';
import { RichText } from './rich-text';

interface ContentProps {
  message: Message;
  nameOf(id: string): string;
  /** All messages inside the outermost merged forward; the message's own children if absent. */
  bundled?: readonly Message[];
}

/** The content of a message by its kind. Cards of the bot are drawn by `CardMessage`. */
export function Content({ message, nameOf, bundled = message.children }: ContentProps) {
  const labels = useLabels();
  const { kinds } = labels;
  switch (message.type) {
    case 'text':
      return (
        <span class="typed">
          <RichText text={message.text} names={message.mentions.map(({ name }) => name)} />
        </span>
      );
    case 'post':
      return <Post message={message} />;
    case 'image':
      return <Picture imageKey={fieldOf(message, 'image_key', '')} />;
    case 'file':
      return <Attachment message={message} />;
    case 'audio':
      return (
        <span class="with-icon voice">
          <Icon name="audio" />
          {`${kinds.voice} ${seconds(message, labels.kinds.seconds)}`}
        </span>
      );
    case 'media':
      return (
        <span class="video-message">
          <Picture imageKey={fieldOf(message, 'image_key', '')} isVideo />
          <small>{`${fieldOf(message, 'file_name', kinds.video)} · ${seconds(message, labels.kinds.seconds)}`}</small>
        </span>
      );
    case 'merge_forward':
      return (
        <Bundle
          bundle={message}
          bundled={bundled}
          draw={(child) => <Content message={child} bundled={bundled} nameOf={nameOf} />}
        />
      );
    case 'location':
      return <Place message={message} />;
    case 'interactive':
      return <ForwardedCard message={message} />;
    case 'sticker':
      return <>{`[${kinds.sticker}]`}</>;
    case 'share_user':
      return <>{`[${kinds.shareUser}] ${nameOf(fieldOf(message, 'user_id', ''))}`}</>;
    case 'share_chat':
      return <>{`[${kinds.shareChat}]`}</>;
    default:
      return <span class="muted">{message.text || kinds.unknown(message.type)}</span>;
  }
}

const seconds = (message: Message, text: (count: number) => string) =>
  text(Math.round(fieldOf(message, 'duration', 0) / 1000));

function Attachment({ message }: { message: Message }) {
  const labels = useLabels();
  const name = fieldOf(message, 'file_name', labels.kinds.file);
  return (
    <a
      class="attachment"
      href={fileUrl(fieldOf(message, 'file_key', ''))}
      download={name}
      title={labels.kinds.download(name)}
    >
      <Icon name="file" />
      <span>{name}</span>
      <Icon name="download" />
    </a>
  );
}

function Place({ message }: { message: Message }) {
  const place = [fieldOf(message, 'latitude', ''), fieldOf(message, 'longitude', '')].filter(Boolean).join(', ');
  return (
    <span class="place">
      <span class="with-icon">
        <Icon name="location" />
        {fieldOf(message, 'name', '')}
      </span>
      <small>{place}</small>
    </span>
  );
}

/** A card that a person forwarded; the platform passes on its text only. */
function ForwardedCard({ message }: { message: Message }) {
  const title = fieldOf(message, 'title', '');
  const lines = message.text.split('\n').filter((line) => line && line !== title);
  const { content } = message;
  const raw = typeof content === 'object' && content !== null ? Object(content).elements : [];
  const texts = Array.isArray(raw) ? raw.flat().map((node) => (typeof node?.text === 'string' ? node.text : '')) : [];
  return (
    <div class="forwarded-card">
      {title && <strong>{title}</strong>}
      {(lines.length > 0 ? lines : texts.filter(Boolean)).map((line, index) => (
        <div key={`${index} ${line}`}>{line}</div>
      ))}
    </div>
  );
}
