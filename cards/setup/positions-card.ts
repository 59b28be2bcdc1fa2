import type { CardJson } from '../../src/domain/messaging';
import { holdersOf } from '../../src/domain/org/positions';
import { fixedInPosition } from '../../src/domain/org/settings';
import { dateOf } from '../../src/domain/time';
import { button } from '../kit/button';
import type { Room } from '../kit/card-size';
import type { CardContext } from '../kit/context';
import { type Element, hr, lines } from '../kit/elements';
import { form, peopleSelect, select, textInput } from '../kit/form-elements';
import { personName, personNames } from '../kit/names';
import { positionName } from '../kit/position-name';
import { leaveDaysText } from './leave-days';
import { argOf, fieldOf, fixedLine, fixedLines, pageButton, type SetupView, saving, setupPage } from './setup-frame';

const keysOf = ({ org }: CardContext): string[] => Object.keys(org.positions ?? {});

/** How many positions there are, and how many of them nobody holds. */
export function positionsLine(ctx: CardContext): string {
  const keys = keysOf(ctx);
  const vacant = keys.filter((key) => holdersOf(ctx.org, key).length === 0);
  return ctx.texts.setup.positions.counts(keys.length, vacant.length);
}

function positionLine(key: string, ctx: CardContext): string {
  const { line, vacant } = ctx.texts.setup.positions;
  const [holder, ...standIns] = holdersOf(ctx.org, key);
  const name = positionName(key, ctx);
  return line(name, holder === undefined ? vacant : personName(holder, ctx), personNames(standIns, ctx));
}

/** Who is away now or later, and who acts for them. */
function absenceLines(ctx: CardContext): string[] {
  const today = dateOf(ctx.now, ctx.timeZone);
  const coming = (ctx.org.absences ?? []).filter(({ until }) => until >= today);
  return coming.map(({ person, deputy, ...days }) =>
    ctx.texts.setup.positions.away(
      personName(person, ctx),
      leaveDaysText(days, ctx),
      deputy === null ? '' : personName(deputy, ctx),
    ),
  );
}

/** The positions (职位) with their people: an admin opens one or adds one. Below stands who is away. */
export function setupPositionsCard(_view: SetupView, ctx: CardContext): CardJson {
  const { setup, chooseHere } = ctx.texts;
  const keys = keysOf(ctx);
  return setupPage('positions', ctx, (room): Element[] => {
    const options = keys.slice(0, room.options).map((key) => ({ value: key, text: positionName(key, ctx) }));
    const field = { ...fieldOf('position', '', setup, true), placeholder: chooseHere };
    const open = { cmd: 'org.position', id: 0, word: setup.open, look: 'primary' as const };
    return [
      ...lines(keys.slice(0, room.items * 3).map((key) => positionLine(key, ctx))),
      ...(options.length === 0 ? [] : [form(select(field, options), open)]),
      pageButton('new_position', ctx, options.length === 0 ? 'primary' : 'default'),
      ...lines(absenceLines(ctx).slice(0, room.items), 'quiet'),
    ];
  });
}

/** One position (null: a new one): its name, who holds it, who stands in, and its removal. */
export function setupPositionCard(view: SetupView, ctx: CardContext, key: string | null): CardJson {
  const { setup } = ctx.texts;
  const isFixed = key === null ? { name: false, people: false } : fixedInPosition(view.state, key);
  const isOpen = !isFixed.name || !isFixed.people;
  return setupPage(
    key === null ? 'new_position' : 'positions',
    ctx,
    (room) => {
      const fields = fieldsOf(view, ctx, { key, isFixed, room });
      return [
        ...(isOpen ? [form(fields, saving('save_position', view, ctx, key ?? ''))] : fields),
        ...lines([!isFixed.people && setup.noCandidates, key !== null && setup.positions.key(key)], 'quiet'),
        ...(key === null ? [] : [hr(), removal(view, ctx, key)]),
      ];
    },
    { back: 'positions', named: key === null ? '' : positionName(key, ctx) },
  );
}

function fieldsOf(
  view: SetupView,
  ctx: CardContext,
  { key, isFixed, room }: { key: string | null; isFixed: { name: boolean; people: boolean }; room: Room },
): Element[] {
  const { setup, chooseHere } = ctx.texts;
  const name = key === null ? '' : positionName(key, ctx);
  const [holder, ...standIns] = key === null ? [] : holdersOf(ctx.org, key);
  const people = (field: 'holder' | 'stand_ins', chosen: string[]) =>
    peopleSelect(
      { ...fieldOf(field, '', setup, field === 'holder'), placeholder: chooseHere },
      [...new Set([...chosen, ...view.people])].slice(0, room.options),
      chosen,
    );
  return [
    ...fixedLines(
      [
        isFixed.name && fixedLine('position_name', name, ctx),
        isFixed.people && fixedLine('holder', personName(holder ?? null, ctx), ctx),
        isFixed.people && standIns.length > 0 && fixedLine('stand_ins', personNames(standIns, ctx), ctx),
      ],
      ctx,
    ),
    ...(isFixed.name ? [] : textInput(fieldOf('position_name', name, setup, true))),
    ...(isFixed.people
      ? []
      : [...people('holder', holder === undefined ? [] : [holder]), ...people('stand_ins', standIns)]),
  ];
}

function removal(view: SetupView, ctx: CardContext, key: string): Element {
  const { fixed, remove, removeConfirm } = ctx.texts.setup.positions;
  const isOfFile = view.state.file.positions?.[key] !== undefined;
  const [note] = lines([isOfFile && fixed], 'quiet');
  const values = { arg: argOf(view, key) };
  return (
    note ?? button({ cmd: 'org.remove_position', id: 0, word: remove, look: 'danger', confirm: removeConfirm, values })
  );
}
