import { z } from 'zod';

/**
 * Card JSON 2.0 as far as the bot's cards use it. The platform refuses a whole card for an unknown property: here an
 * unknown property is a fault.
 */
const name = z.string().min(1);
const size = z.enum(['heading', 'normal', 'notation']);
const colour = z.enum(['grey', 'red', 'default']);
const spacing = z.string().regex(/^\d{1,2}px$/);
const plainText = z.strictObject({
  tag: z.literal('plain_text'),
  content: z.string().min(1),
  text_size: size.optional(),
  text_color: colour.optional(),
});
const short = plainText.refine(({ content }) => [...content].length <= 100, 'longer than 100 characters');
const confirm = z.strictObject({ title: plainText, text: plainText });
const callback = z.strictObject({
  type: z.literal('callback'),
  value: z.looseObject({ cmd: z.string().regex(/^[a-z]+\.[a-z_]+$/), id: z.int() }),
});

const div = z.strictObject({ tag: z.literal('div'), text: plainText });
const hr = z.strictObject({ tag: z.literal('hr') });
const img = z.strictObject({
  tag: z.literal('img'),
  img_key: name,
  alt: plainText,
  scale_type: z.literal('crop_center'),
  size: z.string().regex(/^\d{1,4}px \d{1,4}px$/),
  preview: z.boolean(),
});
const button = z.strictObject({
  tag: z.literal('button'),
  type: z.enum(['default', 'primary_filled', 'danger']),
  text: short,
  confirm: confirm.optional(),
  behaviors: z.array(callback).length(1),
  name: name.optional(),
  form_action_type: z.literal('submit').optional(),
  width: z.literal('fill').optional(),
});
const input = z
  .strictObject({
    tag: z.literal('input'),
    name,
    label: plainText,
    label_position: z.enum(['top', 'left']),
    placeholder: short,
    default_value: z.string().min(1).optional(),
    required: z.boolean(),
    max_length: z.int().min(1).max(1000),
    width: z.literal('fill'),
    input_type: z.enum(['text', 'multiline_text']),
    rows: z.int().min(1).optional(),
    auto_resize: z.boolean().optional(),
    max_rows: z.int().min(1).optional(),
  })
  .refine((field) => (field.default_value ?? '').length <= field.max_length, 'initial text longer than the input')
  .refine((field) => field.rows === undefined || field.input_type === 'multiline_text', 'rows in a single line');
const select = z
  .strictObject({
    tag: z.literal('select_static'),
    name,
    placeholder: short,
    initial_option: z.string().optional(),
    options: z.array(z.strictObject({ text: plainText, value: z.string().min(1) })).min(1),
    required: z.boolean(),
    width: z.literal('fill'),
  })
  .refine(({ options }) => new Set(options.map(({ value }) => value)).size === options.length, 'option values repeat')
  .refine(
    ({ initial_option, options }) =>
      initial_option === undefined || options.some(({ value }) => value === initial_option),
    'the initial option is none of the options',
  );
const choices = { name, placeholder: short, required: z.boolean(), width: z.literal('fill') };
const multiSelect = z
  .strictObject({
    tag: z.literal('multi_select_static'),
    ...choices,
    selected_values: z.array(z.string()).min(1).optional(),
    options: z.array(z.strictObject({ text: plainText, value: z.string().min(1) })).min(1),
  })
  .refine(
    ({ selected_values = [], options }) => selected_values.every((one) => options.some(({ value }) => value === one)),
    'a selected value is none of the options',
  );
/** Options are required: without any the client offers the members of the chat. */
const peopleSelect = z
  .strictObject({
    tag: z.literal('multi_select_person'),
    ...choices,
    selected_values: z.array(z.string()).min(1).optional(),
    options: z.array(z.strictObject({ value: z.string().regex(/^ou_/) })),
  })
  .refine(
    ({ selected_values = [], options }) => selected_values.every((one) => options.some(({ value }) => value === one)),
    'a selected person is none of the options',
  );
const picker = z.strictObject({
  tag: z.literal('picker_datetime'),
  name,
  placeholder: short,
  required: z.boolean(),
  width: z.literal('fill'),
});

const inner: z.ZodType = z.lazy(() =>
  z.union([div, hr, img, button, input, select, multiSelect, peopleSelect, picker, columnSet, panel]),
);
const columnSet = z.strictObject({
  tag: z.literal('column_set'),
  flex_mode: z.literal('none'),
  horizontal_spacing: spacing,
  columns: z
    .array(
      z.strictObject({ tag: z.literal('column'), width: z.literal('auto'), elements: z.tuple([button]) }).or(
        z.strictObject({
          tag: z.literal('column'),
          width: z.literal('weighted'),
          weight: z.int().min(1).max(5),
          vertical_align: z.literal('bottom').optional(),
          elements: z.array(inner),
        }),
      ),
    )
    .min(1),
});
const panel = z.strictObject({
  tag: z.literal('collapsible_panel'),
  expanded: z.boolean(),
  header: z.strictObject({
    title: plainText,
    vertical_align: z.literal('center'),
    icon: z.strictObject({ tag: z.literal('standard_icon'), token: name, size: z.string() }),
    icon_position: z.enum(['left', 'right', 'follow_text']),
    icon_expanded_angle: z.union([z.literal(-180), z.literal(-90), z.literal(90), z.literal(180)]),
  }),
  border: z.strictObject({ color: colour, corner_radius: spacing }),
  padding: spacing,
  vertical_spacing: spacing,
  elements: z.array(inner),
});
/** Forms and tables stand directly in the body: `inner` does not know them. */
const form = z.strictObject({
  tag: z.literal('form'),
  name,
  vertical_spacing: spacing,
  elements: z.array(inner).min(1),
});
const table = z
  .strictObject({
    tag: z.literal('table'),
    page_size: z.int().min(1).max(10),
    row_height: z.literal('low'),
    header_style: z.strictObject({
      text_align: z.literal('left'),
      background_style: z.literal('grey'),
      bold: z.boolean(),
      lines: z.int().min(1),
    }),
    columns: z
      .array(
        z.strictObject({
          name,
          display_name: z.string(),
          data_type: z.enum(['text', 'number']),
          width: z.literal('auto'),
        }),
      )
      .min(1)
      .max(50),
    rows: z.array(z.record(z.string(), z.union([z.string(), z.number()]))),
  })
  .refine(
    ({ columns, rows }) =>
      rows.every((row) =>
        Object.entries(row).every(([key, cell]) => {
          const column = columns.find((one) => one.name === key);
          return column && typeof cell === (column.data_type === 'number' ? 'number' : 'string');
        }),
      ),
    'a cell without a column, or of another kind',
  );

/** A card as the platform takes it. */
export const cardSchema = z.strictObject({
  schema: z.literal('2.0'),
  config: z.strictObject({
    update_multi: z.literal(true),
    enable_forward: z.literal(false).optional(),
    summary: z.strictObject({ content: z.string().min(1) }),
  }),
  header: z.strictObject({
    title: plainText,
    subtitle: plainText.optional(),
    text_tag_list: z
      .array(
        z.strictObject({
          tag: z.literal('text_tag'),
          text: plainText,
          color: z.enum(['neutral', 'blue', 'orange', 'red', 'green', 'yellow', 'purple', 'turquoise', 'wathet']),
        }),
      )
      .min(1)
      .max(3)
      .optional(),
    template: z.enum(['blue', 'wathet', 'turquoise', 'green', 'yellow', 'orange', 'red', 'purple', 'grey']),
  }),
  body: z.strictObject({ vertical_spacing: spacing, elements: z.array(z.union([inner, form, table])).min(1) }),
});
