import { parseCallback } from '../../cards/kit/callback';
import type { Tap } from '../domain/messaging';
import { isTimeZone } from '../domain/time';
import { asObject, asText, type Loose, parseObject } from './loose-json';

/** Reads a tap on one of our cards; null for any other tap. */
export function readTap(event: Loose): Tap | null {
  const action = asObject(event.action);
  const value = parseObject(action.value);
  const [name = '', ...suffix] = asText(action.name).split('__');
  const arg = asText(value.arg) || suffix.join('__');
  const callback = parseCallback(value, name);
  const { arg: _arg, ...values } = callback?.values ?? {};
  const context = asObject(event.context);
  const zone = asText(action.timezone);
  const operatorId = asText(asObject(event.operator).open_id);
  if (!callback || operatorId === '') return null;
  return {
    operatorId,
    chatId: asText(context.open_chat_id),
    messageId: asText(context.open_message_id),
    cmd: callback.cmd,
    recordId: callback.id,
    ...(isTimeZone(zone) ? { timeZone: zone } : {}),
    ...(arg === '' ? {} : { arg }),
    fields: { ...values, ...readFields(asObject(action.form_value)) },
  };
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
