import type { z } from 'zod';
import type { OfficeLadder } from '../domain/org/ladders';
import { distinct } from '../domain/org/values';
import { list, mapping } from './org-mappings';
import * as value from './org-values';

/** The time of a rung that names none: 10:00. */
const TEN = 10 * 60;

/** A rung (`when`), or what comes again and again after the last rung (`every`); `checkLadders` tells the two apart. */
const step = mapping({
  when: value.rungDay.optional(),
  every: value.everyDays.optional(),
  at: value.timeOfDay.optional(),
  to: list(value.rungReader),
  buzz: value.yesOrNo.optional(),
  in: value.digestOnly.optional(),
});

/** A ladder (催办阶梯) as `org.yaml` writes it. */
export const ladder = list(step);

type Steps = z.output<typeof ladder>;

/** The ladder that the file says. */
export function ladderOf(steps: Steps): OfficeLadder {
  const again = steps.find(({ every }) => every !== undefined);
  return {
    rungs: steps.flatMap(({ when, at = TEN, to, buzz = false }) =>
      when === undefined ? [] : [{ ...when, at, to: distinct(to), buzz }],
    ),
    afterwards:
      again?.every === undefined
        ? null
        : {
            every: again.every.days,
            unit: again.every.unit,
            to: distinct(again.to),
            inDigest: again.in !== undefined,
          },
  };
}

/** The same ladder under the names of the file. */
export function ladderInFile({ rungs, afterwards }: OfficeLadder): Steps {
  const again = afterwards && {
    every: { days: afterwards.every, unit: afterwards.unit },
    to: afterwards.to,
    ...(afterwards.inDigest ? { in: 'digest' as const } : {}),
  };
  return [
    ...rungs.map(({ days, unit, at, to, buzz }) => ({ when: { days, unit }, at, to, ...(buzz ? { buzz } : {}) })),
    ...(again ? [again] : []),
  ];
}
