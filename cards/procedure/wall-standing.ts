import { currentStage, isStageOpen, type ProcedureRecord } from '../../src/domain/procedure/record';
import { dateOf } from '../../src/domain/time';
import type { CardContext } from '../kit/context';
import { departmentName, personName } from '../kit/names';
import { shownDate } from './dates';
import { stageName, type View } from './frame';

/** Who works on the record now, in words. */
export function workersText({ asked }: ProcedureRecord, ctx: CardContext): string {
  const names = asked.map(({ personId, department }) => {
    const who = personId === null ? '' : personName(personId, ctx);
    return ctx.texts.holders.inDepartment(who, department === null ? '' : departmentName(department, ctx));
  });
  return ctx.texts.card.list([...new Set(names)].slice(0, 3));
}

/** What the record waits for. */
export function standing({ record, ctx, texts }: View): string {
  const { waits } = texts.procedure;
  const stage = currentStage(record);
  const name = stageName(record, ctx);
  if (!stage) return texts.procedure.messages.result(name).say;
  if (!isStageOpen(record)) {
    // A stage that is entered before it opens has its opening as the clock's next moment.
    const { nextReminderAt } = record;
    return nextReminderAt === null ? waits.date : waits.until(shownDate(dateOf(nextReminderAt, ctx.timeZone), ctx));
  }
  if (stage.kind === 'wait') {
    if (stage.until.kind === 'date') return waits.date;
    const { children } = record;
    return waits.children(children.filter(({ isOpen }) => !isOpen).length, children.length);
  }
  return record.asked.length === 0 ? waits.nobody(name) : waits.for(workersText(record, ctx), name);
}
