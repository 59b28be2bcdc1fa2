import { isRecord, type Json, listed } from '../json';
import { INTERACTIVE_TAGS } from './card-schema';

/** A control on a card, and the form that contains it. */
export interface Control {
  element: Json;
  form: Json | null;
}

/** All buttons, fields and clickable areas of the card, in reading order. */
export function controlsOf(card: Json): Control[] {
  const found: Control[] = [];
  const visit = (element: unknown, form: Json | null): void => {
    if (!isRecord(element)) return;
    const tag = String(element.tag);
    if (INTERACTIVE_TAGS.has(tag) || tag === 'interactive_container') found.push({ element, form });
    const inside = tag === 'form' ? element : form;
    for (const child of childrenOf(element)) visit(child, inside);
  };
  for (const element of elementsOf(card)) visit(element, null);
  return found;
}

/** The visible lines of a card from top to bottom; buttons as `[label]`, fields as `label: value`. */
export function visibleLines(card: Json): string[] {
  const header = isRecord(card.header) ? card.header : {};
  const tags = listed(header.text_tag_list).map((tag) => `<${textOf(isRecord(tag) ? tag.text : null)}>`);
  const top = [textOf(header.title), textOf(header.subtitle), tags.join(' ')];
  return [...top, ...elementsOf(card).flatMap(linesOf)].filter((line) => line !== '');
}

/** The visible label of a control. */
export function labelOf(element: Json): string {
  return textOf(element.text) || textOf(element.label) || textOf(element.placeholder);
}

/** What a control sends: the value of its callback behaviour, or its plain value. */
export function callbackValueOf(element: Json): unknown {
  const callback = listed(element.behaviors).find((each) => isRecord(each) && each.type === 'callback');
  return isRecord(callback) ? callback.value : element.value;
}

function elementsOf(card: Json): unknown[] {
  return isRecord(card.body) ? listed(card.body.elements) : [];
}

function childrenOf(element: Json): unknown[] {
  const columns = element.tag === 'column_set' ? listed(element.columns) : [];
  const inColumns = columns.flatMap((column) => (isRecord(column) ? listed(column.elements) : []));
  return [...inColumns, ...listed(element.elements)];
}

function textOf(text: unknown): string {
  if (!isRecord(text)) return '';
  if (typeof text.content === 'string') return text.content;
  const [first] = isRecord(text.i18n_content) ? Object.values(text.i18n_content) : [];
  return typeof first === 'string' ? first : '';
}

/** What a client does not show of a markdown text. */
const MARKUP = /<[^<>]*>|\*\*/g;

function linesOf(element: unknown): string[] {
  if (!isRecord(element)) return [];
  switch (element.tag) {
    case 'markdown':
      return textOf(element).replace(MARKUP, '').split('\n');
    case 'overflow':
      return [
        `[${listed(element.options)
          .map((option) => (isRecord(option) ? textOf(option.text) : ''))
          .join('|')}]`,
      ];
    case 'div': {
      const fields = listed(element.fields).map((field) => (isRecord(field) ? textOf(field.text) : ''));
      return [textOf(element.text), ...fields].flatMap((text) => text.split('\n'));
    }
    case 'button':
      return [`[${labelOf(element)}]`];
    case 'img':
      return [`(${textOf(element.alt)})`];
    case 'table':
      return tableLines(element);
    case 'collapsible_panel':
      return [isRecord(element.header) ? textOf(element.header.title) : '', ...childrenOf(element).flatMap(linesOf)];
    case 'person':
      return [String(element.user_id)];
    case 'hr':
      return [];
    default:
      return INTERACTIVE_TAGS.has(String(element.tag)) ? [fieldLine(element)] : childrenOf(element).flatMap(linesOf);
  }
}

function fieldLine(element: Json): string {
  const initial = element.default_value ?? element.initial_option ?? element.initial_date ?? element.initial_datetime;
  return `${labelOf(element)}: ${typeof initial === 'string' ? initial : ''}`.trim();
}

function tableLines(table: Json): string[] {
  const columns = listed(table.columns).filter(isRecord);
  const heads = columns.map((column) => String(column.display_name ?? column.name));
  const rows = listed(table.rows).filter(isRecord);
  return [heads, ...rows.map((row) => columns.map(({ name }) => cellText(row[String(name)])))].map((cells) =>
    cells.join(' | '),
  );
}

function cellText(cell: unknown): string {
  if (Array.isArray(cell)) return cell.map((each) => (isRecord(each) ? String(each.text) : String(each))).join(', ');
  return cell === undefined ? '' : String(cell);
}
