import type { ElementProps } from '../element';
import { json, listed, number } from '../read-json';
import { useScope } from '../scope';
import { TextContent } from '../text/text';
import { useField } from './field';

/** A checkbox with a text. */
export function Checker({ element, label }: ElementProps) {
  const { busy, form, tap } = useScope();
  const { control, value, enter } = useField(element, label);
  const style = json(element.checked_style);
  const isTicked = value === true;
  const look = isTicked
    ? {
        textDecoration: style.show_strikethrough === true ? 'line-through' : undefined,
        opacity: number(style.opacity) ?? 1,
      }
    : {};
  const change = () => {
    enter(!isTicked);
    if (!form && listed(element.behaviors).length > 0) tap(element);
  };
  return (
    <label class="check">
      <input
        {...control}
        aria-label={undefined}
        type="checkbox"
        checked={isTicked}
        disabled={control.disabled || busy !== null}
        onChange={change}
      />
      <span style={look}>
        <TextContent text={element.text} />
      </span>
    </label>
  );
}
