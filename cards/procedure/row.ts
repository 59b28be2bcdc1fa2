import type { Label } from '../../src/domain/procedure/definition';
import type { Instant } from '../../src/domain/time';
import { button } from '../kit/button';
import type { CardContext } from '../kit/context';
import type { Element } from '../kit/elements';
import type { ListRow } from '../kit/list-row';
import { departmentName, personName } from '../kit/names';
import { deadlineShort, isPast } from '../kit/time-left';
import { labelText } from './labels';

/** A record as a list's message stores it. */
export interface ListedRecord {
  id: number;
  number: string;
  title: string;
  procedure: Label;
  stage: Label;
  isOpen: boolean;
  dueAt: Instant | null;
  /** Whoever must act: people by open_id, departments by key. */
  people: string[];
  departments: string[];
  /** It waits for the reader of the list. */
  isMine: boolean;
  /** The reader may push whoever works on it. */
  mayUrge: boolean;
}

/** The act of a row: the record's live card. */
export const rowAct = (id: number, isMine: boolean, { texts }: CardContext): Element =>
  button({ cmd: 'record.show', id, word: texts.procedure.buttons.open, look: isMine ? 'choice' : 'default' });

function whoText({ people, departments }: ListedRecord, ctx: CardContext): string {
  const names = [...people.map((id) => personName(id, ctx)), ...departments.map((key) => departmentName(key, ctx))];
  return ctx.texts.card.list([...new Set(names)].slice(0, 2));
}

/** A record as a row of a list. */
export function procedureRow(item: ListedRecord, ctx: CardContext): ListRow {
  const { id, number, title, procedure, stage, isOpen, dueAt, isMine, mayUrge } = item;
  const { texts } = ctx;
  const urges = mayUrge && !isMine && isOpen && item.people.length + item.departments.length > 0;
  const urge = button({ cmd: 'record.urge', id, word: texts.procedure.buttons.urge, look: 'choice' });
  const who = isMine ? '' : whoText(item, ctx);
  const facts = [
    isOpen ? deadlineShort(dueAt, ctx) : '',
    number === '' ? texts.procedure.draft : number,
    [labelText(stage, ctx), who].filter(Boolean).join(' '),
  ];
  return {
    head: title === '' ? labelText(procedure, ctx) : title,
    facts: facts.filter(Boolean).join(' · '),
    isPressing: isOpen && isPast(dueAt, ctx),
    note: '',
    acts: [...(urges ? [urge] : []), rowAct(id, isMine, ctx)],
  };
}
