import type { CardJson } from '../../src/domain/messaging';
import { faultsOf } from './card-faults';
import type { NamedCard } from './sample-cards';

const TABLES = '\n\n| a | b |\n| --- | --- |\n| 1 | 2 |'.repeat(5);

/** Texts longer than any card holds. */
export const LONG: [what: string, text: string][] = [
  ['5000 Chinese characters', '客户说设备坏了。'.repeat(625)],
  ['5000 emoji', '👨‍👩‍👧😀'.repeat(834)],
  ['quotes, backslashes and line breaks, which grow in JSON', '"\\\n'.repeat(1667)],
  ['halves of emoji', '\ud83d'.repeat(5000)],
];

/** Texts that try to be more than text. */
export const HOSTILE: [what: string, text: string][] = [
  ['a mention of everybody', '<at id=all></at><at user_id="all"></at>&lt;at id=all&gt;'],
  ['links, pictures, fonts', '[x](https://evil.example) ![x](img_0) </font> :OK: ```'],
  ['five tables', TABLES],
  ['writing turned around', 'abc\u202Egpj.exe\u202C\u2066x\u2069\u0000\u0007'],
];

/** The product mentions people by their open_id, and colours its own words. */
const HARMFUL = /<at (?!id=ou_)|evil\.example|img_0|设备|😀|\| --- \|/;
/** JSON escapes controls and halves of emoji. */
const INVISIBLE = /[\u202A-\u202E\u2066-\u2069]|\\u0000|\\u0007|\\ud83d/;

/** The preview of a card holds the subject, without anything that a client might interpret. */
const INTERPRETED = /[<>[\]`|]/;

/** All strings of a card outside `plain_text`, except those that only programs read and the preview. */
function spokenElsewhere(json: unknown): string[] {
  if (typeof json === 'string') return [json];
  if (typeof json !== 'object' || json === null) return [];
  if (('tag' in json && json.tag === 'plain_text') || 'summary' in json) return [];
  if ('cmd' in json) return [];
  if ('tag' in json && json.tag === 'table' && 'columns' in json) return spokenElsewhere(json.columns);
  return Object.entries(json).flatMap(([key, value]) => (key === 'default_value' ? [] : spokenElsewhere(value)));
}

/** Lists the faults of a card whose texts are all hostile: those of any card, and traces of the hostile text. */
export function harmIn(card: CardJson): string[] {
  const spoken = spokenElsewhere(card).join('\n').match(HARMFUL);
  const previewed = JSON.stringify(card.config)
    .replace(/[{}[\]]/g, '')
    .match(INTERPRETED);
  return [...faultsOf(card), ...(spoken ?? []), ...(previewed ?? []), ...(JSON.stringify(card).match(INVISIBLE) ?? [])];
}

/** Cards with a fault, by name. */
export const faulty = (cards: NamedCard[], faultsIn: (card: CardJson) => string[]) =>
  cards.map(([name, card]) => [name, faultsIn(card)] as const).filter(([, faults]) => faults.length > 0);
