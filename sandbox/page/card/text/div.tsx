import type { ElementProps } from '../element';
import { Icon } from '../icon';
import { spaceOf } from '../layout/stack';
import { isJson, listed, word } from '../read-json';
import { TextContent } from './text';

/** A text with an icon, and short fields two per row. */
export function Div({ element }: ElementProps) {
  const fields = listed(element.fields);
  const width = word(element.width);
  const style = {
    margin: spaceOf(element.margin),
    width: /^\d+px$/.test(width) ? width : undefined,
  };
  return (
    <div class="text-block" style={style}>
      {isJson(element.icon) && <Icon icon={element.icon} />}
      <div class="text-lines">
        <TextContent text={element.text} />
        {fields.length > 0 && (
          <div class="short-facts">
            {fields.map((field, at) => (
              <div key={at} class={field.is_short === true ? 'short' : ''}>
                <TextContent text={field.text} />
              </div>
            ))}
          </div>
        )}
      </div>
    </div>
  );
}
