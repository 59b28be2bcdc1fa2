import type { CardJson } from '../../src/domain/messaging';
import { faultsOf } from './card-faults';
import type { NamedCard } from './sample-cards';

/** The product mentions people by their open_id, and colours its own words. */
const HARMFUL = /<at (?!id=ou_)|evil\.example|img_0|设备|😀|\| --- \|/;
/** JSON escapes controls and halves of emoji. */
const INVISIBLE = /[\u202A-\u202E\u2066-\u2069]|\\u0000|\\u0007|\\ud83d/;

/** The preview of a card holds the subject, without anything that a client might interpret. */
const INTERPRETED = /[<>[\]`|]/;

/** All strings of a card outside `plain_text`, except those that only programs read and the preview. */
function spokenElsewhere(json: unknown, spoken: string[] = []): string[] {
  if (typeof json === 'string') spoken.push(json);
  if (typeof json !== 'object' || json === null) return spoken;
  if (('tag' in json && json.tag === 'plain_text') || 'summary' in json || 'cmd' in json) return spoken;
  if ('tag' in json && json.tag === 'table' && 'columns' in json) return spokenElsewhere(json.columns, spoken);
  for (const [key, value] of Object.entries(json)) if (key !== 'default_value') spokenElsewhere(value, spoken);
  return spoken;
}

/** Lists the faults of a card whose texts are all hostile: those of any card, and traces of the hostile text. */
export function harmIn(card: CardJson): string[] {
  const spoken = spokenElsewhere(card).join('\n').match(HARMFUL);
  const previewed = JSON.stringify(card.config)
    .replace(/[{}[\]]/g, '')
    .match(INTERPRETED);
  return [...faultsOf(card), ...(spoken ?? []), ...(previewed ?? []), ...(JSON.stringify(card).match(INVISIBLE) ?? [])];
}

/** Cards with a fault, by name. Half of the cards are those of another reader once more: each is looked through once. */
export function faulty(cards: NamedCard[], faultsIn: (card: CardJson) => string[]): [name: string, faults: string[]][] {
  const seen = new Map<string, string[]>();
  return cards.flatMap(([name, card]): [string, string[]][] => {
    const json = JSON.stringify(card);
    const faults = seen.get(json) ?? faultsIn(card);
    seen.set(json, faults);
    return faults.length > 0 ? [[name, faults]] : [];
  });
}
