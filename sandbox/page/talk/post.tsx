import { fieldOf, type Message, rowsOf } from '../lib/message';
import { Picture } from './picture';
import { Address, RichText } from './rich-text';

type Node = Readonly<Record<string, unknown>>;

const word = (value: unknown) => (typeof value === 'string' ? value : '');
const STYLES: Record<string, string> = {
  bold: 'bold',
  italic: 'italic',
  underline: 'underline',
  lineThrough: 'struck',
};

/** A rich text (post): a title, and rows of pieces. */
export function Post({ message }: { message: Message }) {
  const title = fieldOf(message, 'title', '');
  const nameOf = (key: string) => message.mentions.find((one) => one.key === key || one.id === key)?.name ?? key;
  return (
    <div class="post">
      {title && <strong>{title}</strong>}
      {rowsOf(message).map((row, line) => (
        <div key={`${line} ${row.length}`}>
          {row.map((node, index) => (
            <Piece key={`${index} ${word(node.tag)}`} node={node} nameOf={nameOf} />
          ))}
        </div>
      ))}
    </div>
  );
}

function Piece({ node, nameOf }: { node: Node; nameOf: (key: string) => string }) {
  const text = word(node.text);
  switch (node.tag) {
    case 'a':
      return <Address href={node.href} label={text || word(node.href)} />;
    case 'at':
      return <span class="mention-name">{`@${word(node.user_name) || nameOf(word(node.user_id))}`}</span>;
    case 'img':
      return <Picture imageKey={word(node.image_key)} />;
    case 'media':
      return <Picture imageKey={word(node.image_key)} isVideo />;
    case 'emotion':
      return <span>{`[${word(node.emoji_type)}]`}</span>;
    case 'hr':
      return <hr />;
    case 'code_block':
      return <pre>{text}</pre>;
    default: {
      const styles = Array.isArray(node.style) ? node.style.map((name) => STYLES[String(name)] ?? '') : [];
      return (
        <span class={styles.join(' ')}>
          <RichText text={text} />
        </span>
      );
    }
  }
}
