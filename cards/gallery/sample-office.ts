import { DEFAULT_CATEGORIES, type Org } from '../../src/domain/org/org';
import { HOUR } from '../../src/domain/time';
import type { CardContext } from '../kit/context';
import { type Locale, textsOf } from '../texts/texts';
import { BEGAN } from './sample-case';
import { type SampleWords, sampleWords } from './sample-words';

/** The data of the gallery's cards. */
export interface SampleOffice {
  ctx: CardContext;
  words: SampleWords;
}

function orgOf({ departments }: SampleWords): Org {
  const department = (key: keyof typeof departments) => ({
    key,
    name: departments[key],
    chat: `oc_${key}`,
    lead: 'ou_lead',
    categories: key === 'logistics' ? ['delivery'] : [key],
    keywords: [],
  });
  return {
    departments: [department('after_sales'), department('quality'), department('logistics')],
    clerks: ['ou_clerk'],
    managers: ['ou_boss'],
    admins: ['ou_admin'],
    routing: 'direct',
    categories: DEFAULT_CATEGORIES.map((key) => ({ key, name: null })),
    sla: {
      replyWithinMs: 24 * HOUR,
      calendar: 'wall-clock',
      nudgeUnclaimedAfterMs: 2 * HOUR,
      remindBeforeMs: [12 * HOUR, 4 * HOUR, HOUR],
      escalateEveryMs: 12 * HOUR,
      extensionNeedsNod: false,
      quietHours: null,
    },
    digest: { at: 9 * 60, weekly: 1, monthly: 1 },
  };
}

/** A small factory's office, in one language. */
export function sampleOffice(locale: Locale): SampleOffice {
  const words = sampleWords(locale);
  const ctx = {
    now: BEGAN + 2 * HOUR,
    texts: textsOf(locale),
    org: orgOf(words),
    timeZone: 'Asia/Shanghai',
    nameOf: (id: string) => words.names[id] ?? id,
    groupMembers: new Map([['oc_after_sales', new Set(['ou_worker', 'ou_colleague'])]]),
  };
  return { ctx, words };
}
