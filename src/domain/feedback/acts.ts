import { type CardCommand, FIELDS, isCardCommand } from './commands';

/** What a tap asks for: a command, or the form of one. */
export type Wish =
  | { wants: 'command'; type: string; fields: Record<string, string> }
  | { wants: 'form'; act: string; fields: Record<string, string> };

/** What the buttons and menus call an act, where that is not the name of its command. */
const COMMANDS: Record<string, CardCommand> = {
  info: 'request_info',
  provide: 'provide_info',
  reassign: 'correct',
  priority: 'set_priority',
  provide_none: 'provide_info',
};

/** `route_quality` hands a case to that department. */
const ROUTING = /^route_(.+)$/;

const CLOSING = /^close_(satisfied|neutral|unsatisfied)$/;

/** The command of an act; null if the act is none, such as `show`. */
export function commandOf(act: string): CardCommand | null {
  const command = Object.hasOwn(COMMANDS, act) ? (COMMANDS[act] as CardCommand) : act;
  return isCardCommand(command) ? command : null;
}

/**
 * Reads what a button asks for (design §3.3, short cards). `ask` asks for the form of an act, and for the act itself if
 * that needs nothing filled in. A customer who is not satisfied is first asked about, unless the rep is `sure`. `values` is
 * what the button itself carries, `fields` that and the form.
 */
export function wishOf(type: string, fields: Record<string, string>, values: Record<string, string>): Wish {
  if (type === 'edit') return { wants: 'form', act: 'edit', fields };
  if (type === 'ask') return askedFor(values.act ?? '', fields);
  const [, satisfaction] = CLOSING.exec(type) ?? [];
  const closes = satisfaction ?? (type === 'close' ? values.satisfaction : undefined);
  if (closes === undefined) return { wants: 'command', type: commandOf(type) ?? type, fields };
  const closing = { ...fields, satisfaction: closes };
  if (closes === 'unsatisfied' && values.sure === undefined) {
    return { wants: 'form', act: 'close_unsatisfied', fields: closing };
  }
  return { wants: 'command', type: 'close', fields: closing };
}

function askedFor(act: string, fields: Record<string, string>): Wish {
  if (act === 'edit') return { wants: 'form', act, fields };
  const [, department] = ROUTING.exec(act) ?? [];
  if (department !== undefined) return { wants: 'command', type: 'route', fields: { ...fields, department } };
  const command = commandOf(act);
  if (command !== null && FIELDS[command].length > 0) return { wants: 'form', act, fields };
  return { wants: 'command', type: command ?? act, fields };
}
