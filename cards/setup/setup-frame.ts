import type { HolidayYear } from '../../src/domain/calendar';
import type { CardJson } from '../../src/domain/messaging';
import type { OrgState } from '../../src/domain/org/settings';
import { writeDuration } from '../../src/domain/org/values';
import { fitted, type Room } from '../kit/card-size';
import type { CardContext } from '../kit/context';
import { button, card, columns, type Element, hr, lines } from '../kit/elements';
import type { FieldParts, Submit } from '../kit/forms';
import { personName } from '../kit/names';
import { clean, oneLine } from '../kit/plain-text';
import type { SetupField, SetupPage, SetupTexts } from '../texts/setup';

/** What the setup's cards are drawn from. */
export interface SetupView {
  state: OrgState;
  /** The public holidays that the program brings along. */
  builtInYears: HolidayYear[];
  /** People and groups that can be chosen. */
  people: string[];
  groups: string[];
}

export const MAX_VALUE = 60;

/** A button to a place in the setup. */
export function pageButton(page: SetupPage, ctx: CardContext, look: 'default' | 'primary' = 'default'): Element {
  return button({ cmd: `org.${page}`, id: 0, word: ctx.texts.setup.pages[page], look });
}

/** Two and two: as many as a phone's width takes. */
export function inPairs(buttons: Element[]): Element[] {
  const pairs: Element[] = [];
  for (let i = 0; i < buttons.length; i += 2) {
    pairs.push(columns(buttons.slice(i, i + 2).map((one) => [{ ...one, width: 'fill' }])));
  }
  return pairs;
}

export function fieldOf(name: SetupField, initial: string, texts: SetupTexts, required = false): FieldParts {
  return { name, label: texts.fields[name], placeholder: texts.hints[name] ?? texts.fields[name], required, initial };
}

/** The version that the form shows goes along: what somebody else changed meanwhile is not written over. */
export function saving(cmd: string, view: SetupView, ctx: CardContext, key = ''): Submit {
  return { cmd: `org.${cmd}`, id: 0, word: ctx.texts.setup.save, look: 'primary', arg: argOf(view, key) };
}

export const argOf = ({ state }: SetupView, key: string) =>
  key === '' ? `${state.version}` : `${state.version}.${key}`;

/** What `org.yaml` names is shown, and is no field. */
export function fixedLine(name: SetupField, value: string, { texts }: CardContext): string {
  const { setup, card: words } = texts;
  return words.labelled(setup.fields[name], oneLine(value, MAX_VALUE) || setup.off);
}

/** Such lines, and where they are changed; nothing where there are none. */
export function fixedLines(fixed: (string | false)[], { texts }: CardContext): Element[] {
  return [...lines(fixed), ...lines([fixed.some(Boolean) && texts.setup.fromFile], 'quiet')];
}

/** A page of the setup: its title (`named`: of one department), a line on what it is for, what is on it, and the way back. */
export function setupPage(
  page: SetupPage,
  ctx: CardContext,
  draw: (room: Room) => Element[],
  back: SetupPage = 'setup',
  named = '',
): CardJson {
  const { setup } = ctx.texts;
  const title = named || (page === 'setup' ? setup.title : setup.pages[page]);
  const lead = named ? '' : page === 'setup' ? setup.lead : setup.pageLeads[page];
  return fitted((room) =>
    card({
      title,
      colour: 'blue',
      summary: setup.title,
      elements: [
        ...lines([lead], 'quiet'),
        ...draw(room),
        ...(page === 'setup' ? [] : [hr(), button({ cmd: `org.${back}`, id: 0, word: setup.back })]),
      ],
    }),
  );
}

/** A group by its name; what the platform does not name goes by "this group". */
export function groupName(chat: string | null, ctx: CardContext): string {
  const { setup, card: words } = ctx.texts;
  if (chat === null) return setup.noGroup;
  const name = oneLine(ctx.nameOf(chat), MAX_VALUE);
  return name === '' || name === words.somebody ? chat.slice(0, 12) : name;
}

export function leadName(lead: string | null, ctx: CardContext): string {
  return lead === null ? ctx.texts.setup.noLead : personName(lead, ctx);
}

/** `24小时`, as `readDuration` reads it back. */
export function durationText(ms: number, { units }: SetupTexts): string {
  const written = writeDuration(ms);
  return units[written.at(-1) as keyof SetupTexts['units']](Number(written.slice(0, -1)));
}

/** Typed words as one line, which is read back as it stands. */
export function wordsText(words: string[], { texts }: CardContext): string {
  return texts.card.list(words.map((word) => clean(word)));
}
