import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Json } from '../card-view';
import { dateText, momentText } from '../date-text';
import type { ElementProps } from '../element';
import { isJson, json, listed, number, word } from '../read-json';
import { useScope } from '../scope';
import { MarkdownText } from '../text/markdown-text';
import { Tag } from '../text/tag';
import { Avatar } from './person';

const DEFAULT_PAGE = 5;

/** A table that shows `page_size` rows at a time. */
export function Table({ element }: ElementProps) {
  const { labels } = useScope();
  const [page, setPage] = useState(0);
  const columns = listed(element.columns);
  const rows = listed(element.rows);
  const size = Math.min(10, Math.max(1, number(element.page_size) ?? DEFAULT_PAGE));
  const pages = Math.max(1, Math.ceil(rows.length / size));
  const shown = Math.min(page, pages - 1);
  const style = json(element.header_style);
  const heights = word(element.row_height) || 'low';
  return (
    <div class="table">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by key */}
      <div class="table-scroll" tabIndex={0}>
        <table class={`rows-${heights.replace(/\d+px/, 'auto')}`}>
          <thead class={`${style.background_style === 'grey' ? 'shaded' : ''} ${style.bold === false ? 'light' : ''}`}>
            <tr>
              {columns.map((column) => (
                <th
                  key={word(column.name)}
                  scope="col"
                  style={{ textAlign: alignOf(column, style), ...widthOf(column) }}
                >
                  {word(column.display_name) || word(column.name)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(shown * size, (shown + 1) * size).map((row, at) => (
              <tr key={`${shown}-${at}`}>
                {columns.map((column) => (
                  <td key={word(column.name)} style={{ textAlign: alignOf(column, {}), ...widthOf(column) }}>
                    <Cell value={row[word(column.name)]} column={column} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {pages > 1 && (
        <div class="table-pages">
          <button type="button" aria-label={labels.before} disabled={shown === 0} onClick={() => setPage(shown - 1)}>
            ‹
          </button>
          <span>{labels.page(shown + 1, pages)}</span>
          <button
            type="button"
            aria-label={labels.after}
            disabled={shown === pages - 1}
            onClick={() => setPage(shown + 1)}
          >
            ›
          </button>
        </div>
      )}
    </div>
  );
}

const alignOf = (column: Json, style: Json): string =>
  word(column.horizontal_align) || word(style.text_align) || 'left';

const widthOf = ({ width }: Json) => (/^\d+(?:px|%)$/.test(word(width)) ? { width: word(width) } : {});

function Cell({ value, column }: { value: unknown; column: Json }): ComponentChildren {
  const { view, locale } = useScope();
  if (value === undefined || value === null) return null;
  switch (column.data_type) {
    case 'number':
      return numberText(number(value), json(column.format));
    case 'date':
      return dated(number(value), word(column.date_format), locale);
    case 'markdown':
    case 'lark_md':
      return <MarkdownText content={word(value)} />;
    case 'options':
      return typeof value === 'string' ? (
        <Tag color="neutral" text={value} />
      ) : (
        listed(value).map(({ text, color }) => <Tag key={word(text)} color={word(color)} text={word(text)} />)
      );
    case 'persons':
      return [value].flat().map((id) => (
        <span key={String(id)} class="person">
          <Avatar name={view.nameOf(String(id))} /> {view.nameOf(String(id))}
        </span>
      ));
    default:
      return isJson(value) ? null : String(value);
  }
}

function numberText(value: number | null, { precision, symbol, separator }: Json): string {
  if (value === null) return '';
  const digits = number(precision);
  const fixed = digits === null ? String(value) : value.toFixed(Math.min(10, Math.max(0, digits)));
  const grouped = separator === true ? fixed.replace(/\B(?=(?:\d{3})+(?!\d))/g, ',') : fixed;
  return `${word(symbol)}${grouped}`;
}

/** Formats a date, as in `YYYY/MM/DD HH:mm`; only the date if the card names no format. */
function dated(at: number | null, format: string, locale: string): string {
  if (at === null) return '';
  if (format === '') return dateText(at);
  const [year = '', month = '', day = ''] = dateText(at).split('-');
  const [hour = '', minute = ''] = momentText(at, 'time', locale).split(':');
  const parts: Record<string, string> = { YYYY: year, MM: month, DD: day, HH: hour, mm: minute };
  return format.replace(/YYYY|MM|DD|HH|mm/g, (part) => parts[part] ?? part);
}
