import {
  byTag,
  type Check,
  type Fields,
  filledText,
  flag,
  integer,
  listOf,
  matching,
  oneOf,
  PARSE_FAILED,
  record,
  report,
  shape,
  text,
} from './card-checks';
import { INTERACTIVE } from './card-controls';
import { DISPLAY } from './card-display';
import {
  behaviors,
  boxWidth,
  colour,
  common,
  component,
  confirm,
  cornerRadius,
  jump,
  layout,
  padding,
  panelTitle,
  plainText,
  signedPadding,
  sizedIcon,
  textAlign,
  verticalAlign,
} from './card-parts';

// The components of Card JSON 2.0 by tag: which properties each has, and what they may hold.

const REMOVED = new Set(['action', 'note']);
const notHere = (tag: unknown) =>
  typeof tag === 'string' && REMOVED.has(tag)
    ? { code: 200861, message: `cards of schema V2 no longer support this capability; unsupported tag ${tag}` }
    : { code: PARSE_FAILED, message: `type of element is not supported tag: ${String(tag)}` };

/** What may stand directly in `body.elements`. */
export const rootElement: Check = byTag(() => ({ ...INNER, ...ROOT_ONLY }), notHere);
/** What may stand inside a container: neither a form nor a table. */
const innerElement: Check = byTag(() => INNER, notHere);

const column = shape(
  { tag: oneOf('column') },
  {
    ...common,
    ...layout,
    padding,
    background_style: colour,
    action: jump,
    width: matching(/^(?:auto|weighted|(?:1[6-9]|[2-9]\d|[1-5]\d{2}|600)px)$/, 'auto, weighted or 16px to 600px'),
    weight: integer(1, 5),
    elements: listOf(innerElement),
  },
);

const CONTAINERS: Fields = {
  column_set: component(
    { columns: listOf(column, 1) },
    {
      horizontal_spacing: layout.horizontal_spacing as Check,
      horizontal_align: textAlign,
      flex_mode: oneOf('none', 'stretch', 'flow', 'bisect', 'trisect'),
      background_style: colour,
      action: jump,
    },
  ),
  interactive_container: component(
    { elements: listOf(innerElement, 1) },
    {
      ...layout,
      padding: signedPadding,
      width: boxWidth,
      height: matching(/^(?:auto|[1-9]\d{1,2}px)$/, 'auto or 10px to 999px'),
      background_style: colour,
      has_border: flag,
      border_color: colour,
      corner_radius: cornerRadius,
      behaviors,
      hover_tips: plainText,
      disabled: flag,
      disabled_tips: plainText,
      confirm,
    },
  ),
  collapsible_panel: component(
    {
      header: shape(
        {},
        {
          title: panelTitle,
          background_color: colour,
          width: oneOf('fill', 'auto', 'auto_when_fold'),
          vertical_align: verticalAlign,
          padding: signedPadding,
          icon: sizedIcon,
          icon_position: oneOf('left', 'right', 'follow_text'),
          icon_expanded_angle: oneOf(-180, -90, 90, 180),
        },
      ),
    },
    {
      ...layout,
      padding,
      expanded: flag,
      background_color: colour,
      border: shape({}, { color: colour, corner_radius: cornerRadius }),
      elements: listOf(innerElement),
    },
  ),
};

const INNER: Fields = { ...CONTAINERS, ...DISPLAY, ...INTERACTIVE };
export const INTERACTIVE_TAGS: ReadonlySet<string> = new Set(Object.keys(INTERACTIVE));

const tableColumn = shape(
  {
    name: filledText,
    data_type: oneOf('text', 'lark_md', 'options', 'number', 'persons', 'date', 'markdown'),
  },
  {
    display_name: text,
    width: matching(/^(?:auto|(?:[89]\d|[1-5]\d{2}|600)px|(?:[1-9]\d?|100)%)$/, 'auto, 80px to 600px or 1% to 100%'),
    vertical_align: verticalAlign,
    horizontal_align: textAlign,
    format: shape({}, { precision: integer(0, 10), symbol: text, separator: flag }),
    date_format: filledText,
  },
);

const ROOT_ONLY: Fields = {
  form: component(
    {
      name: (value, at) => {
        if (typeof value !== 'string' || value === '') report(at, "form's name is required", 11310);
      },
      elements: listOf(innerElement, 1),
    },
    { ...layout, padding: signedPadding },
  ),
  table: component(
    { columns: listOf(tableColumn, 1, 50), rows: listOf(record) },
    {
      page_size: integer(1, 10),
      row_height: matching(/^(?:low|middle|high|auto|(?:3[2-9]|[4-9]\d|1[01]\d|12[0-4])px)$/, 'a row height'),
      row_max_height: matching(/^(?:3[2-9]|[4-9]\d|[1-9]\d{2})px$/, 'a row height in px'),
      freeze_first_column: flag,
      header_style: shape(
        {},
        {
          text_align: textAlign,
          text_size: oneOf('normal', 'heading'),
          background_style: oneOf('grey', 'none'),
          text_color: oneOf('default', 'grey'),
          bold: flag,
          lines: integer(1),
        },
      ),
    },
  ),
};
