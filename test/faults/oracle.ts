import type { Case } from './cases';
import type { FaultWorld } from './fault-world';

/** What people could complain about, each with the mark of its case. */
export interface Findings {
  /** Acknowledged, and never shown. */
  lost: string[];
  /** Shown twice. */
  twice: string[];
  /** Two cases with one number. */
  numbersTwice: string[];
  /** Cards that do not show how things stand. */
  stale: string[];
  /** Rows that were given up or set aside. */
  givenUp: number;
}

/** What the oracle needs to know of a case. */
export type Played = Pick<
  Case,
  'mark' | 'acknowledged' | 'drafts' | 'posted' | 'told' | 'publicNumber' | 'department' | 'hasArrived'
>;

/** Compares what the bot has acknowledged with what people see. Call it when nothing is left to do. */
export async function judge(world: Pick<FaultWorld, 'givenUp'>, cases: Played[]): Promise<Findings> {
  const lost: string[] = [];
  const twice: string[] = [];
  const stale: string[] = [];
  for (const one of cases) {
    const { mark, acknowledged, drafts, posted, told, department } = one;
    one.hasArrived();
    const effects = [
      ['forward', drafts],
      ['submit', posted],
      ['answer', told],
    ] as const;
    for (const [step, shown] of effects) {
      if (acknowledged.has(step) && shown.length === 0) lost.push(`${mark} ${step}`);
      if (shown.length > 1) twice.push(`${mark} ${step}`);
    }
    const isClaimed = acknowledged.has('claim') || acknowledged.has('answer');
    const cards = [drafts[0], posted[0]];
    if (isClaimed && !cards.every((card) => card?.text.includes(department.member.name))) lost.push(`${mark} claim`);
    if (acknowledged.has('answer') && !drafts[0]?.text.includes('待回复客户')) stale.push(mark);
  }
  return { lost, twice, stale, numbersTwice: numbersTwice(cases), givenUp: await world.givenUp() };
}

export function isClean({ lost, twice, numbersTwice, stale, givenUp }: Findings): boolean {
  return lost.length + twice.length + numbersTwice.length + stale.length + givenUp === 0;
}

/** `0 lost, 0 twice`, with the marks of those that are not 0. */
export function verdictOf({ lost, twice, numbersTwice, stale, givenUp }: Findings): string {
  const named = (marks: string[], what: string) =>
    marks.length === 0 ? `0 ${what}` : `${marks.length} ${what} (${marks.slice(0, 5).join(', ')})`;
  const rare = [
    ...(numbersTwice.length > 0 ? [named(numbersTwice, 'numbers twice')] : []),
    ...(stale.length > 0 ? [named(stale, 'stale')] : []),
    ...(givenUp > 0 ? [`${givenUp} given up`] : []),
  ];
  return [named(lost, 'lost'), named(twice, 'twice'), ...rare].join(', ');
}

function numbersTwice(cases: Played[]): string[] {
  const owners = new Map<string, string>();
  return cases.flatMap(({ publicNumber, mark }) => {
    if (publicNumber === null) return [];
    const owner = owners.get(publicNumber);
    owners.set(publicNumber, mark);
    return owner === undefined ? [] : [`${publicNumber}: ${owner} and ${mark}`];
  });
}
