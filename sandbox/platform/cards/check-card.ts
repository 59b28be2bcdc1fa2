import { isRecord, type Json, listed } from '../json';
import { type CardFault, type Place, report, step, stepIndex } from './card-faults';
import { checkShape } from './card-schema';
import { checkElement, type Scope } from './element-rules';
import type { Known } from './markdown-rules';

export type { Known } from './markdown-rules';

const MAX_BYTES = 30 * 1024;
const MAX_ELEMENTS = 200;
const MAX_TABLES = 5;
/** Code of a fault that is answered with 230025 instead of 230099. */
export const TOO_LARGE = 230025;
/** Properties with free data, in which no object is an element. */
const OPAQUE = new Set(['chart_spec', 'rows', 'value', 'style', 'streaming_config', 'summary']);

/**
 * Says why Feishu would refuse this card; an empty list means that Feishu takes the card. `known` tells which images and
 * people exist; without it they are not looked up.
 */
export function checkCard(card: unknown, known: Known = {}): CardFault[] {
  const at: Place = { path: 'ROOT', faults: [] };
  const json = JSON.stringify(card) ?? 'null';
  const bytes = Buffer.byteLength(json);
  if (bytes > MAX_BYTES) report(at, `the card has ${bytes} bytes`, TOO_LARGE);
  const plain: unknown = JSON.parse(json);
  checkShape(plain, at);
  if (!isRecord(plain)) return at.faults;
  checkTags(plain, known, at);
  const scope: Scope = { known, names: new Set(), tables: 0 };
  const body = isRecord(plain.body) ? plain.body : {};
  const inBody = step(step(at, 'body'), 'elements');
  for (const [index, element] of listed(body.elements).entries()) {
    checkElement(element, stepIndex(inBody, index, element), { depth: 0, form: null }, scope);
  }
  if (scope.tables > MAX_TABLES) report(at, 'card table number over limit', 11310);
  return at.faults;
}

/** Counts all objects with a tag; reports duplicate ids and unknown images. */
function checkTags(card: Json, known: Known, at: Place): void {
  const ids = new Set<string>();
  let tags = 0;
  for (const each of objectsIn([card.header, card.body])) {
    if (typeof each.tag === 'string') tags += 1;
    if (known.takesElement?.(String(each.tag)) === false) report(at, `not support tag: ${each.tag}`, 300123);
    if (typeof each.element_id === 'string') {
      if (ids.has(each.element_id)) report(at, `element_id ${each.element_id} is duplicate`, 300301);
      ids.add(each.element_id);
    }
    if (typeof each.img_key === 'string' && known.image?.(each.img_key) === false) {
      report(at, 'image key is invalid', 200570);
    }
  }
  if (tags > MAX_ELEMENTS) report(at, `element exceeds the limit: ${tags}`, 11310);
}

/** All objects in reading order. A generator that calls itself would pass each one up through every level. */
function objectsIn(value: unknown, found: Json[] = []): Json[] {
  if (Array.isArray(value)) for (const each of value) objectsIn(each, found);
  if (!isRecord(value)) return found;
  found.push(value);
  for (const [key, each] of Object.entries(value)) if (!OPAQUE.has(key)) objectsIn(each, found);
  return found;
}
