import { paintOf } from '../layout/stack';
import { json, number, textOf, word } from '../read-json';
import { useScope } from '../scope';
import { MarkdownText } from './markdown-text';

const SIZE = /^(?:heading(?:-[0-4])?|normal|notation|x{0,4}-?large|medium|small|x-small)$/;

/** The class of a text size. An unknown size is the normal size, as in the client. */
export const sizeClass = (size: unknown): string => `size-${SIZE.test(word(size)) ? word(size) : 'normal'}`;

/** A text object: literal, or markdown if its tag says so. */
export function TextContent({ text }: { text: unknown }) {
  const { locale } = useScope();
  const holder = json(text);
  const content = textOf(text, locale);
  if (content === '') return null;
  if (holder.tag !== 'plain_text') return <MarkdownText content={content} isInline />;
  const lines = number(holder.lines);
  const style = {
    color: paintOf(holder.text_color, ''),
    textAlign: word(holder.text_align) || undefined,
    ...(lines === null ? {} : { WebkitLineClamp: lines }),
  };
  const name = `plain ${sizeClass(holder.text_size)}${lines === null ? '' : ' clamped'}`;
  return (
    <span class={name} style={style} title={lines === null ? undefined : content}>
      {content}
    </span>
  );
}
