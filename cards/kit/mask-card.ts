import type { CardJson, Json, JsonObject } from '../../src/domain/messaging';
import { lines } from './elements';
import { mask } from './mask';

const isObject = (json: Json | undefined): json is JsonObject =>
  typeof json === 'object' && json !== null && !Array.isArray(json);

/** Empties an input that holds contact details: masked ones would be sent back as they look. */
function maskedEntry([key, value]: [string, Json]): [string, Json][] {
  if (key === 'content' && typeof value === 'string') return [[key, mask(value)]];
  if (key === 'default_value' && typeof value === 'string') return mask(value) === value ? [[key, value]] : [];
  return [[key, masked(value)]];
}

function masked(json: Json): Json {
  if (Array.isArray(json)) return json.map(masked);
  return isObject(json) ? Object.fromEntries(Object.entries(json).flatMap(maskedEntry)) : json;
}

/**
 * The card without phone numbers and e-mail addresses. A company's data-loss rules may block both (platform code
 * 230028); the note at the card's foot says so.
 */
export function maskCard(card: CardJson, note: string): CardJson {
  const hidden = masked(card) as CardJson;
  const body = isObject(hidden.body) ? hidden.body : {};
  const elements = Array.isArray(body.elements) ? body.elements : [];
  return { ...hidden, body: { ...body, elements: [...elements, ...lines([note], 'quiet')] } };
}
