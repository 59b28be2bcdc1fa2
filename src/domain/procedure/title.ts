import { cutToWidth } from '../text/width';
import type { FieldDefinition } from './definition';
import type { ProcedureRecord, Value } from './record';

const MAX_WIDTH = 24;

/** The first sentence of what somebody wrote, in one line. */
function firstSentence(text: string): string {
  const line = text.trim().replace(/\s+/g, ' ');
  return /^.{2,80}?(?=[。！？!?；;]|\. |$)/u.exec(line)?.[0] ?? line;
}

function shownValue(field: FieldDefinition | undefined, value: Value | undefined): string {
  const choice = field?.choices.find(({ key }) => key === value);
  if (choice) return choice.label.zh;
  return typeof value === 'string' || typeof value === 'number' ? firstSentence(String(value)) : '';
}

/** What a record is about, by its definition's pattern: `{product} {problem}`; the procedure's name if that says nothing. */
export function titleOf({ definition, values }: Pick<ProcedureRecord, 'definition' | 'values'>): string {
  const filled = definition.title.replace(/\{([a-z_]+)\}/g, (_whole, name: string) =>
    shownValue(definition.fields[name], values[name]),
  );
  const title = filled.replace(/\s+/g, ' ').trim();
  return title === '' ? definition.label.zh : cutToWidth(title, MAX_WIDTH);
}
