import type { Token } from 'markdown-it';
import type { ComponentChildren } from 'preact';
import { momentText } from '../date-text';
import { paintOf } from '../layout/stack';
import { Avatar } from '../media/person';
import { useScope } from '../scope';
import { Tag } from './tag';
import { WebLink } from './web-link';

interface FeishuTagViewProps {
  /** A `feishu_open` of the parser. */
  tag: Token;
  /** Whether nothing stands between the two ends of the tag. */
  isEmpty: boolean;
  /** The markdown between the two ends, drawn. */
  children: ComponentChildren;
}

/** Draws a tag of Feishu, such as `<at id=ou_…></at>`. */
export function FeishuTagView({ tag, isEmpty, children }: FeishuTagViewProps) {
  const { view, locale, labels } = useScope();
  const attribute = (name: string) => String(tag.attrGet(name) ?? '');
  switch (tag.tag) {
    case 'at': {
      const ids = (attribute('ids') || attribute('id')).split(',').map((id) => id.trim());
      return (
        <span class="at-person">{ids.map((id) => `@${id === 'all' ? labels.all : view.nameOf(id)}`).join(' ')}</span>
      );
    }
    case 'person': {
      const person = view.nameOf(attribute('id'));
      return (
        <span class="person">
          <Avatar name={person} /> {person}
        </span>
      );
    }
    case 'font':
      return <span style={{ color: paintOf(attribute('color'), '') }}>{children}</span>;
    case 'text_tag':
      return <Tag color={attribute('color')} text={tag.content} />;
    case 'number_tag':
      return <span class="count">{tag.content}</span>;
    case 'local_datetime':
      return <time>{momentText(Number(attribute('millisecond')), attribute('format_type'), locale)}</time>;
    case 'link':
    case 'a':
      return (
        <WebLink url={attribute('url') || attribute('href')} isEmpty={isEmpty}>
          {children}
        </WebLink>
      );
    default:
      return <>{tag.content}</>;
  }
}
