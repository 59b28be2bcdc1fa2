import type { HolidayYear } from '../../src/domain/calendar';
import type { CardJson } from '../../src/domain/messaging';
import type { OrgState } from '../../src/domain/org/settings';
import { writeDuration } from '../../src/domain/org/values';
import { button } from '../kit/button';
import { card } from '../kit/card';
import { fitted, type Room } from '../kit/card-size';
import type { CardContext } from '../kit/context';
import { columns, type Element, hr, lines } from '../kit/elements';
import type { FieldParts, Submit } from '../kit/form-elements';
import { personName } from '../kit/names';
import { clean, oneLine } from '../kit/plain-text';
import type { SetupField, SetupPage, SetupTexts } from '../texts/texts';

/** The data of the setup's cards. */
export interface SetupView {
  state: OrgState;
  /** The public holidays that the program brings along. */
  builtInYears: HolidayYear[];
  /** People and groups to choose from. */
  people: string[];
  groups: string[];
}

/** Characters of one value on a line. */
export const MAX_VALUE = 60;

/** A button that opens a page of the setup. */
export function pageButton(page: SetupPage, ctx: CardContext, look: 'default' | 'primary' = 'default'): Element {
  return button({ cmd: `org.${page}`, id: 0, word: ctx.texts.setup.pages[page], look });
}

/** Buttons in rows of two: a phone's width takes no more. */
export function inPairs(buttons: Element[]): Element[] {
  const pairs: Element[] = [];
  for (let i = 0; i < buttons.length; i += 2) {
    pairs.push(columns(buttons.slice(i, i + 2).map((one) => [{ ...one, width: 'fill' }])));
  }
  return pairs;
}

/** A field of the setup with its label and its hint. */
export function fieldOf(name: SetupField, initial: string, texts: SetupTexts, required = false): FieldParts {
  return { name, label: texts.fields[name], placeholder: texts.hints[name] ?? texts.fields[name], required, initial };
}

/** The button 保存. It carries the shown version: a form never overwrites a change that another admin made meanwhile. */
export function saving(cmd: string, view: SetupView, ctx: CardContext, key = ''): Submit {
  return { cmd: `org.${cmd}`, id: 0, word: ctx.texts.setup.save, look: 'primary', arg: argOf(view, key) };
}

/** The version of the settings that a form shows, and the department or year it is about: `7.quality`. */
export const argOf = ({ state }: SetupView, key: string) =>
  key === '' ? `${state.version}` : `${state.version}.${key}`;

/** The line of a setting that stands in `org.yaml`. */
export function fixedLine(name: SetupField, value: string, { texts }: CardContext): string {
  const { setup, card: words } = texts;
  return words.labelled(setup.fields[name], oneLine(value, MAX_VALUE) || setup.off);
}

/** Lines of settings from `org.yaml`, and a hint to that file; no element if there are none. */
export function fixedLines(fixed: (string | false)[], { texts }: CardContext): Element[] {
  return [...lines(fixed), ...lines([fixed.some(Boolean) && texts.setup.fromFile], 'quiet')];
}

/** A page of the setup: title, purpose, elements, and a button back. `named` titles the page of one department or year. */
export function setupPage(
  page: SetupPage,
  ctx: CardContext,
  draw: (room: Room) => Element[],
  { back = 'setup', named = '' }: { back?: SetupPage; named?: string } = {},
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

/** A group's name; the beginning of its chat_id if the name is unknown. */
export function groupName(chat: string | null, ctx: CardContext): string {
  const { setup, card: words } = ctx.texts;
  if (chat === null) return setup.noGroup;
  const name = oneLine(ctx.nameOf(chat), MAX_VALUE);
  return name === '' || name === words.somebody ? chat.slice(0, 12) : name;
}

/** The name of a department's lead. */
export function leadName(lead: string | null, ctx: CardContext): string {
  return lead === null ? ctx.texts.setup.noLead : personName(lead, ctx);
}

/** `24小时`, as `readDuration` reads it back. */
export function durationText(ms: number, { units }: SetupTexts): string {
  const written = writeDuration(ms);
  return units[written.at(-1) as keyof SetupTexts['units']](Number(written.slice(0, -1)));
}

/** Keywords as one line; the form's reader reads the line back. */
export function wordsText(words: string[], { texts }: CardContext): string {
  return texts.card.list(words.map((word) => clean(word)));
}
