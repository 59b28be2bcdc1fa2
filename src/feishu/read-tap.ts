import { parseCallback } from '../../cards/kit/callback';
import type { Tap } from '../domain/messaging';
import { isTimeZone } from '../domain/time';
import { asObject, asText, type Loose, parseObject } from './loose-json';

/**
 * Reads a tap on one of our cards; null for any other tap. `operatorId` is the person's open_id, empty if it must be
 * asked for. Where the ids of message and chat stand differs between clients.
 */
export function readTap(event: Loose, operatorId: string): Tap | null {
  const action = asObject(event.action);
  const value = parseObject(action.value);
  const [name = '', ...suffix] = asText(action.name).split('__');
  const arg = asText(value.arg) || suffix.join('__');
  const callback = parseCallback(value, commandOfForm(name) ?? name);
  const { arg: _arg, ...carried } = callback?.values ?? {};
  const option = asText(action.option);
  const values = option === '' ? carried : { ...carried, act: option };
  const context = asObject(event.context);
  if (!callback) return null;
  const tenant = asText(asObject(event.operator).tenant_key) || asText(event.tenant_key);
  const zone = asText(action.timezone);
  return {
    operatorId,
    ...(tenant === '' ? {} : { tenant }),
    chatId: asText(context.open_chat_id) || asText(event.open_chat_id),
    messageId: asText(context.open_message_id) || asText(event.open_message_id),
    cmd: callback.cmd,
    recordId: callback.id,
    ...(isTimeZone(zone) ? { timeZone: zone } : {}),
    ...(arg === '' ? {} : { arg }),
    fields: { ...values, ...readFields(asObject(action.form_value)) },
    ...(Object.keys(values).length === 0 ? {} : { values }),
  };
}

/** Some clients send the name of the form (`form_feedback_close`) in place of the button's; null for other names. */
function commandOfForm(name: string): string | null {
  const [, workflow, command] = /^form_([a-z]+)[._]([a-z_]+)$/.exec(name) ?? [];
  return workflow && command ? `${workflow}.${command}` : null;
}

/** Field names must differ within a card, so two forms ask for `reason__extend` and `reason__reopen`. */
function withoutSuffix(name: string): string {
  return name.split('__')[0] ?? '';
}

function readFields(form: Loose): Record<string, string> {
  const fields = new Map<string, string>();
  for (const [name, value] of Object.entries(form)) {
    const key = withoutSuffix(name);
    const text = fieldText(value);
    if (key !== '' && text !== '' && !fields.has(key)) fields.set(key, text);
  }
  return Object.fromEntries(fields);
}

function fieldText(value: unknown): string {
  if (Array.isArray(value)) return value.map(fieldText).filter(Boolean).join(',');
  return typeof value === 'boolean' ? String(value) : asText(value).trim();
}

const SHAPE_DEPTH = 3;
const SHAPE_KEYS = 60;
const KEY_LENGTH = 40;

/** The names in a payload, such as `action.value.cmd`, without any value: enough to learn a new form from the log. */
export function shapeOf(event: Loose): string[] {
  const keys: string[] = [];
  const walk = (object: Loose, path: string, depth: number) => {
    for (const [key, value] of Object.entries(object)) {
      if (keys.length >= SHAPE_KEYS) return;
      const inner = asObject(value);
      const name = `${path}${key.slice(0, KEY_LENGTH)}`;
      if (depth < SHAPE_DEPTH && Object.keys(inner).length > 0) walk(inner, `${name}.`, depth + 1);
      else keys.push(name);
    }
  };
  walk(event, '', 1);
  return keys;
}
