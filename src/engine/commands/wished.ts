import type { TapEvent } from '../desk';
import type { AnyWorkflow, Workflows } from '../workflow';

/** The form of an act that a tap asks for. */
export interface WishedForm {
  workflow: AnyWorkflow;
  act: string;
  fields: Record<string, string>;
}

/** What a tap asks for: a command under its full name, or a form. A tap on no workflow's button stays as it is. */
export function wished(event: TapEvent, workflows: Workflows): { event: TapEvent; form: WishedForm | null } {
  const { cmd, fields, values = {} } = event.tap;
  const found = workflows.ofCommand(cmd);
  const wish = found?.workflow.rules.wish?.(found.type, fields, values);
  if (!found || !wish) return { event, form: null };
  const { workflow } = found;
  if (wish.wants === 'form') return { event, form: { workflow, act: wish.act, fields: wish.fields } };
  const tap = { ...event.tap, cmd: `${workflow.name}.${wish.type}`, fields: wish.fields };
  return { event: { ...event, tap }, form: null };
}
