import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { galleryCards } from '../../../cards/gallery/gallery';
import { type Locale, textsOf } from '../../../cards/texts/texts';
import { STATUSES } from '../../../src/domain/feedback/model';
import type { Json } from '../../../src/domain/messaging';
import { faultsOf } from '../card-faults';

const LOCALES: Locale[] = ['zh-CN', 'en-US'];
const CARDS = path.join(__dirname, '..', '..', '..', 'cards');
const ROOMS = ['kit', 'feedback', 'procedure', 'desk', 'setup', 'registers'];

/** Files without a card of that name: `mask` masks any card, `wall` chooses one, `office` draws the clerk's and the manager's. */
const PARTS = ['mask', 'wall', 'office'];

describe.each(LOCALES)('the gallery in %s', (locale) => {
  const cards = galleryCards(locale);
  const ids = cards.map(({ id }) => id);

  test('shows cards that the platform takes, each under its own id', () => {
    expect(new Set(ids).size).toBe(ids.length);
    for (const { id, title, group, card } of cards) {
      expect([id, faultsOf(card)]).toEqual([id, []]);
      expect(id).toMatch(/^[a-z]+(?:-[a-z]+)+$/);
      expect(title && group).not.toBe('');
    }
  });

  test('leaves no card file out', () => {
    const named = ROOMS.flatMap((room) =>
      readdirSync(path.join(CARDS, room)).flatMap((file) => {
        const name = /^(.+)-card\.ts$/.exec(file)?.[1];
        return name === undefined || PARTS.includes(name) ? [] : [{ name, room }];
      }),
    );
    expect(named.length).toBeGreaterThan(15);
    const isShown = ({ name, room }: { name: string; room: string }) =>
      ids.some((id) => id.startsWith(`${name}-`) || id.startsWith(`${room}-${name}-`));
    expect(named.filter((one) => !isShown(one))).toEqual([]);
  });

  test('leaves no status, message and refusal out', () => {
    const rep = STATUSES.map((status) => (status === 'draft' ? 'draft-bare' : `rep-${status}`));
    const messages = Object.keys(textsOf(locale).messages).map((name) => `message-${name.replaceAll(/[._]/g, '-')}`);
    const refusals = Object.keys(textsOf('zh-CN').refusals).map(
      (name) => `passage-refusal-${name.replaceAll('_', '-')}`,
    );
    expect([...rep, ...messages, ...refusals].filter((id) => !ids.includes(id))).toEqual([]);
  });
});

/** Words that people type to the bot, and dates as an official notice writes them: their spaces stay. */
const TYPED = /(?:查|搜索|设置|导出) (?:\d+[年月]?|[\u4e00-\u9fff]+)|(?:(?:\d+年)?\d+月)?\d+日|共\d+天/g;
const SPACED_AMONG_CHINESE = /\p{Script=Han} \p{Script=Han}/u;
const UNSPACED_BESIDE_CHINESE = /\p{Script=Han}[0-9A-Za-z]|[0-9A-Za-z]\p{Script=Han}/u;

test('a space parts digits and Latin words from Chinese, and never Chinese from Chinese', () => {
  const odd = galleryCards('zh-CN').flatMap(({ id, card }) =>
    textsIn(card)
      .map((text) => text.replace(TYPED, ''))
      .filter((text) => SPACED_AMONG_CHINESE.test(text) || UNSPACED_BESIDE_CHINESE.test(text))
      .map((text) => [id, text]),
  );
  expect(odd).toEqual([]);
});

/** Every literal text of a card. */
function textsIn(json: Json): string[] {
  if (typeof json !== 'object' || json === null) return [];
  const own = !Array.isArray(json) && json.tag === 'plain_text' ? [String(json.content)] : [];
  return [...own, ...Object.values(json).flatMap((inner) => textsIn(inner ?? null))];
}

test('the gallery has the same cards in both languages, and its English cards hold no Chinese', () => {
  const [chinese, english] = LOCALES.map(galleryCards);
  expect(english?.map(({ id }) => id)).toEqual(chinese?.map(({ id }) => id));
  const odd = english?.filter((each) => /[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]/.test(JSON.stringify(each)));
  expect(odd?.map(({ id }) => id)).toEqual([]);
});
