import type { DigestReader } from '../../src/domain/digest/digest';
import type { CardCommand } from '../../src/domain/feedback/commands';
import { NEXT } from '../../src/domain/feedback/decide';
import { numberOf, type Status } from '../../src/domain/feedback/model';
import type { CardContext } from '../kit/context';
import type { ListRow } from '../kit/list-row';
import { departmentName, personName } from '../kit/names';
import { deadlineShort, isSoon } from '../kit/time-left';
import { holderOf, type ListedCase, type RowAct, rowActs, subjectLine } from './case-line';

/** A case as a digest lists it. */
export interface DigestCase extends Omit<ListedCase, 'snippet' | 'act' | 'more'> {
  repId: string;
}

const MENUS: Record<DigestReader['audience'], [act: RowAct, command: CardCommand | null][]> = {
  office: [
    ['reassign', 'correct'],
    ['instruct', 'instruct'],
    ['show', null],
  ],
  lead: [
    ['transfer', 'transfer'],
    ['extend', 'extend'],
    ['show', null],
  ],
  own: [],
};

/** A case as a row of a digest; contact details are masked. */
export function digestRow(item: DigestCase, reader: DigestReader, ctx: CardContext): ListRow {
  const { status, priority, dueAt } = item;
  const facts = [
    priority === 'high' ? ctx.texts.priorities.high : '',
    deadlineShort(dueAt, ctx),
    reader.audience === 'own' ? yoursIn(item, reader.id, ctx) : whoIn(item, reader, ctx),
  ];
  const more = MENUS[reader.audience]
    .filter(([, command]) => command === null || NEXT[status][command] !== undefined)
    .map(([act]) => act);
  return {
    head: subjectLine(item, ctx) || numberOf(item),
    facts: facts.filter(Boolean).join(' · '),
    isPressing: priority === 'urgent' || isSoon(dueAt, ctx),
    note: '',
    acts: rowActs({ id: item.id, act: actOf(item, reader), more }, ctx, reader.isFirst ? 'primary' : 'choice'),
  };
}

/** The first act of the row: what the reader would do before all else. */
function actOf({ status, repId, owesInterim }: DigestCase, { id, audience }: DigestReader): RowAct {
  if (audience === 'lead' && status === 'assigned') return 'assign';
  if (audience !== 'own') return 'urge';
  if (id !== repId) return 'answer';
  const owed: Partial<Record<Status, RowAct>> = { answered: 'close', waiting: 'provide' };
  return owed[status] ?? (owesInterim ? 'interim' : 'show');
}

/** Who has the case: a lead knows the department. */
function whoIn(item: DigestCase, { audience }: DigestReader, ctx: CardContext): string {
  const { status, department, holderId } = item;
  const say = ctx.texts.digest.who[status as keyof typeof ctx.texts.digest.who];
  if (status === 'assigned') return say(audience === 'lead' ? '' : departmentName(department, ctx));
  return say(audience === 'lead' && holderId !== null ? personName(holderId, ctx) : holderOf(item, ctx));
}

/** What the case wants of the reader. */
function yoursIn({ status, repId, owesInterim }: DigestCase, readerId: string, { texts }: CardContext): string {
  const { yours } = texts.digest;
  if (readerId !== repId) return yours.handling;
  if (status === 'waiting') return yours.waiting;
  return owesInterim ? yours.interim : yours.answered;
}
