import type { CardJson, Recipient } from '../../src/domain/messaging';
import type { CardContext } from '../kit/context';
import { type Element, lines } from '../kit/elements';
import { dateTimePicker, form, select } from '../kit/form-elements';
import { departmentName, personName, timeText } from '../kit/names';
import type { SetupTexts, Texts } from '../texts/texts';
import { fieldOf, type SetupView, setupPage } from './setup-frame';

/** The reminders of an imaginary case that nobody works on. */
export interface Rehearsal {
  department: string;
  priority: string;
  at: number;
  dueAt: number | null;
  steps: { at: number; to: Recipient; why: string; buzz: boolean }[];
  guessedYears: number[];
}

function whyText(why: string, { rehearsal }: SetupTexts): string {
  return Object.hasOwn(rehearsal.why, why) ? rehearsal.why[why as keyof typeof rehearsal.why] : rehearsal.why.other;
}

/** One line a moment: who is reminded, and why. */
function stepLines(steps: Rehearsal['steps'], department: string, ctx: CardContext): string[] {
  const { setup, card } = ctx.texts;
  const moments = new Map<string, { first: Rehearsal['steps'][number]; who: string[] }>();
  for (const step of steps) {
    const key = `${step.at} ${step.why}`;
    const moment = moments.get(key) ?? { first: step, who: [] };
    const who = step.to.type === 'chat' ? setup.rehearsal.groupOf(department) : personName(step.to.id, ctx);
    moments.set(key, { first: moment.first, who: [...moment.who, who] });
  }
  return [...moments.values()].map(({ first, who }) => {
    const why = whyText(first.why, setup);
    const said = first.buzz ? setup.rehearsal.buzzed(why) : why;
    return setup.rehearsal.line(timeText(first.at, ctx), card.list(who), said);
  });
}

function outcome(rehearsal: Rehearsal, ctx: CardContext): Element[] {
  const { texts } = ctx;
  const { rehearsal: words } = texts.setup;
  const { department, priority, at, dueAt, steps, guessedYears } = rehearsal;
  const name = departmentName(department, ctx);
  return [
    ...lines([
      words.lead(
        name,
        texts.priorities[priority as keyof Texts['priorities']],
        timeText(at, ctx),
        timeText(dueAt, ctx),
      ),
    ]),
    ...lines(steps.length === 0 ? [words.nobody] : stepLines(steps, name, ctx)),
    ...lines([guessedYears.length > 0 && words.guessed(texts.card.list(guessedYears.map(String)))], 'alarm'),
    ...lines([words.note], 'quiet'),
  ];
}

/** A dry run of the reminders: a form for an imaginary case, and the outcome below it. */
export function setupRehearsalCard(_view: SetupView, ctx: CardContext, rehearsal: Rehearsal | null): CardJson {
  const { texts, org } = ctx;
  const { setup } = texts;
  return setupPage('rehearse', ctx, (room) => {
    const departments = org.departments
      .slice(0, room.options)
      .map(({ key }) => ({ value: key, text: departmentName(key, ctx) }));
    if (departments.length === 0) return lines([texts.card.noDepartments], 'alarm');
    const priorities = Object.entries(texts.priorities).map(([value, text]) => ({ value, text }));
    const initial = rehearsal ?? { department: departments[0]?.value ?? '', priority: 'normal' };
    const fields = [
      ...select(fieldOf('department', initial.department, setup, true), departments),
      ...select(fieldOf('priority', initial.priority, setup, true), priorities),
      ...dateTimePicker(fieldOf('at', '', setup)),
    ];
    return [
      form(fields, { cmd: 'org.try', id: 0, word: setup.try, look: 'primary' }),
      ...(rehearsal ? outcome(rehearsal, ctx) : []),
    ];
  });
}
