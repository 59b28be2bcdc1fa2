import type { ElementProps } from '../element';
import { Icon } from '../icon';
import { spaceOf } from '../layout/stack';
import { isJson, textOf, word } from '../read-json';
import { useScope } from '../scope';
import { MarkdownText } from './markdown-text';
import { sizeClass } from './text';

/** A markdown element. */
export function Markdown({ element }: ElementProps) {
  const { locale } = useScope();
  const style = { textAlign: word(element.text_align) || undefined, margin: spaceOf(element.margin) };
  return (
    <div class={`text-block ${sizeClass(element.text_size)}`} style={style}>
      {isJson(element.icon) && <Icon icon={element.icon} />}
      <MarkdownText content={textOf(element, locale)} />
    </div>
  );
}
