import type { CardJson, Json, JsonObject } from '../../src/domain/messaging';
import { lines } from './elements';
import { mask } from './mask';

const isObject = (json: Json | undefined): json is JsonObject =>
  typeof json === 'object' && json !== null && !Array.isArray(json);

/** An input that would be prefilled with contact details comes empty: masked, they would be submitted as they look. */
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
 * A card without phone numbers and e-mail addresses, for where the company's data-loss rules let none through
 * (platform code 230028), not even to those entitled. The note says so at its foot.
 */
export function maskCard(card: CardJson, note: string): CardJson {
  const hidden = masked(card) as CardJson;
  const body = isObject(hidden.body) ? hidden.body : {};
  const elements = Array.isArray(body.elements) ? body.elements : [];
  return { ...hidden, body: { ...body, elements: [...elements, ...lines([note], 'quiet')] } };
}
