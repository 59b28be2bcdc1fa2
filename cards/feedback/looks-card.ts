import { type Feedback, numberOf } from '../../src/domain/feedback/model';
import type { CardJson } from '../../src/domain/messaging';
import type { Instant } from '../../src/domain/time';
import { card } from '../kit/card';
import type { CardContext } from '../kit/context';
import { lines } from '../kit/elements';
import { personName, timeText } from '../kit/names';

const MAX_LOOKS = 30;

/** A person (open_id) looked at the contact details at this moment. */
export interface ContactLook {
  by: string;
  at: Instant;
}

/** Who has looked at the contact details of a case, oldest first; the latest looks if there were many. */
export function looksCard(looks: ContactLook[], feedback: Feedback, ctx: CardContext): CardJson {
  const words = ctx.texts.looks;
  const title = words.title(numberOf(feedback));
  const shown = looks.slice(-MAX_LOOKS);
  const earlier = looks.length - shown.length;
  const elements = lines([
    looks.length === 0 && words.nobody,
    earlier > 0 && words.earlier(earlier),
    ...shown.map(({ by, at }) => words.line(timeText(at, ctx), personName(by, ctx))),
  ]);
  return card({ title, colour: 'blue', summary: title, elements });
}
