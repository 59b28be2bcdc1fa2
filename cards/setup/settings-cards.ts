import type { CardJson } from '../../src/domain/messaging';
import { CALENDARS, ROUTINGS, WEEKDAYS, writeQuietHours, writeTimeOfDay } from '../../src/domain/org/values';
import { options } from '../kit/choices';
import type { CardContext } from '../kit/context';
import { type Element, lines } from '../kit/elements';
import { form, type Option, peopleSelect, select, textArea, textInput } from '../kit/form-elements';
import { categoryName, personNames } from '../kit/names';
import { clean } from '../kit/plain-text';
import type { SetupRole } from '../texts/facts';
import type { SetupField } from '../texts/texts';
import { durationText, fieldOf, fixedLine, fixedLines, type SetupView, saving, setupPage } from './setup-frame';

const ROLES: SetupRole[] = ['clerks', 'managers', 'admins'];

/** A setting: a field of a form, or a line if the setting stands in `org.yaml`. */
interface Asked {
  name: SetupField;
  isFixed: boolean;
  value: string;
  draw: () => Element[];
}

function fieldsOf(asked: Asked[], ctx: CardContext): Element[] {
  return [
    ...fixedLines(
      asked.map(({ name, isFixed, value }) => isFixed && fixedLine(name, value, ctx)),
      ctx,
    ),
    ...asked.flatMap(({ isFixed, draw }) => (isFixed ? [] : draw())),
  ];
}

/** A form; only lines if all settings stand in `org.yaml`. */
function formOf(asked: Asked[], cmd: string, view: SetupView, ctx: CardContext): Element[] {
  const elements = fieldsOf(asked, ctx);
  return asked.every(({ isFixed }) => isFixed) ? elements : [form(elements, saving(cmd, view, ctx))];
}

/** The clerks, managers and admins. */
export function setupPeopleCard(view: SetupView, ctx: CardContext): CardJson {
  const { setup, chooseHere } = ctx.texts;
  return setupPage('people', ctx, (room) => {
    const asked = ROLES.map((role): Asked => {
      const chosen = ctx.org[role];
      const options = [...new Set([...chosen, ...view.people])].slice(0, room.options);
      return {
        name: role,
        isFixed: view.state.file[role] !== undefined,
        value: personNames(chosen, ctx),
        draw: () => peopleSelect({ ...fieldOf(role, '', setup), placeholder: chooseHere }, options, chosen),
      };
    });
    const isAsking = asked.some(({ isFixed }) => !isFixed);
    return [...formOf(asked, 'save_people', view, ctx), ...lines([isAsking && setup.noCandidates], 'quiet')];
  });
}

/** Who routes new cases. */
export function setupRoutingCard(view: SetupView, ctx: CardContext): CardJson {
  const { setup } = ctx.texts;
  const routing = view.state.file.routing ?? view.state.said.routing ?? ctx.org.routing;
  const asked: Asked = {
    name: 'routing',
    isFixed: view.state.file.routing !== undefined,
    value: setup.routings[routing],
    draw: () => select(fieldOf('routing', routing, setup, true), options(ROUTINGS, setup.routings)),
  };
  return setupPage('routing', ctx, () => formOf([asked], 'save_routing', view, ctx));
}

/** The categories, one a line. */
export function setupCategoriesCard(view: SetupView, ctx: CardContext): CardJson {
  const { setup } = ctx.texts;
  // Uncut: the form is saved as it stands.
  const written = ctx.org.categories.map(
    ({ key, name }) => `${key}${setup.colon}${clean(name ?? categoryName(key, ctx))}`,
  );
  const asked: Asked = {
    name: 'categories',
    isFixed: view.state.file.categories !== undefined,
    value: ctx.texts.card.list(ctx.org.categories.map(({ key }) => categoryName(key, ctx))),
    draw: () => textArea(fieldOf('categories', written.join('\n'), setup, true)),
  };
  return setupPage('categories', ctx, () => formOf([asked], 'save_categories', view, ctx));
}

/** Time limits, reminders and the hour of the digest. */
export function setupTimesCard(view: SetupView, ctx: CardContext): CardJson {
  const { setup } = ctx.texts;
  const { sla, digest } = ctx.org;
  const file = { ...view.state.file.sla, ...view.state.file.digest };
  const text = (name: SetupField, setting: keyof typeof file, value: string, required = true): Asked => ({
    name,
    isFixed: file[setting] !== undefined,
    value,
    draw: () => textInput(fieldOf(name, value, setup, required)),
  });
  const choice = (name: SetupField, setting: keyof typeof file, value: string, options: Option[]): Asked => ({
    ...text(name, setting, options.find((option) => option.value === value)?.text ?? value),
    draw: () => select(fieldOf(name, value, setup, true), options),
  });
  const duration = (ms: number) => durationText(ms, setup);
  const rungs = ctx.texts.card.list(sla.remindBeforeMs.map(duration));
  const quiet = sla.quietHours ? writeQuietHours(sla.quietHours) : '';
  const weekday = WEEKDAYS[digest.weekly] ?? 'monday';
  const asked = [
    text('reply_within', 'replyWithinMs', duration(sla.replyWithinMs)),
    choice('calendar', 'calendar', sla.calendar, options(CALENDARS, setup.calendars)),
    text('nudge_unclaimed_after', 'nudgeUnclaimedAfterMs', duration(sla.nudgeUnclaimedAfterMs)),
    text('remind_before', 'remindBeforeMs', rungs, false),
    text('escalate_every', 'escalateEveryMs', duration(sla.escalateEveryMs)),
    text('quiet_hours', 'quietHours', quiet, false),
    text('digest_at', 'at', writeTimeOfDay(digest.at)),
    choice('weekly', 'weekly', weekday, options(WEEKDAYS, setup.weekdays)),
    text('monthly', 'monthly', String(digest.monthly)),
  ];
  return setupPage('times', ctx, () => formOf(asked, 'save_times', view, ctx));
}
