import {
  both,
  type Check,
  type Fields,
  filledText,
  flag,
  hasOne,
  integer,
  listOf,
  matching,
  number,
  oneOf,
  shape,
  text,
} from './card-checks';
import {
  component,
  control,
  controlWidth,
  icon,
  multiUrl,
  plainOrLarkMd,
  plainText,
  shortText,
  signedPadding,
  translations,
} from './card-parts';

/** The components that a person operates. */
const DATE = '\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])';
const TIME = '(?:[01]\\d|2[0-3]):[0-5]\\d';
const field: Fields = { ...control, required: flag, placeholder: shortText, width: controlWidth };
const picker = (initial: string, format: string) =>
  both(
    component({}, { ...field, [initial]: matching(new RegExp(`^${format}$`), `a value for ${initial}`) }),
    hasOne(['placeholder'], [initial]),
  );
const select = (option: Check, initial: Fields) =>
  component({}, { ...field, type: oneOf('default', 'text'), options: listOf(option), ...initial });
const choice = shape({ text: plainText, value: filledText }, { icon });
const personChoice = shape({ value: filledText });
const selected: Fields = { selected_values: listOf(text) };

const buttonOf = (types: string[]) =>
  component(
    {},
    {
      ...control,
      type: oneOf(...types),
      size: oneOf('tiny', 'small', 'medium', 'large'),
      width: controlWidth,
      text: shortText,
      icon,
      hover_tips: plainText,
      form_action_type: oneOf('submit', 'reset'),
      url: text,
      multi_url: multiUrl,
      action_type: oneOf('link', 'request', 'multi', 'form_submit', 'form_reset'),
    },
  );
const TEXT_BUTTONS = ['text', 'primary_text', 'danger_text'];

export const INTERACTIVE: Fields = {
  button: buttonOf(['default', 'primary', 'danger', 'primary_filled', 'danger_filled', 'laser', ...TEXT_BUTTONS]),
  input: component(
    {},
    {
      ...field,
      default_value: text,
      i18n_default_value: translations,
      max_length: integer(1, 1000),
      input_type: oneOf('text', 'multiline_text', 'password'),
      show_icon: flag,
      rows: integer(1),
      auto_resize: flag,
      max_rows: integer(1),
      label: plainText,
      label_position: oneOf('top', 'left'),
    },
  ),
  overflow: component(
    { options: listOf(shape({ text: shortText }, { value: text, multi_url: multiUrl }), 1) },
    { ...control, width: controlWidth },
  ),
  select_static: select(choice, { initial_option: text, initial_index: integer(0) }),
  multi_select_static: select(choice, selected),
  select_person: select(personChoice, { initial_option: text }),
  multi_select_person: select(personChoice, selected),
  date_picker: picker('initial_date', DATE),
  picker_time: picker('initial_time', TIME),
  picker_datetime: picker('initial_datetime', `${DATE} ${TIME}`),
  select_img: component(
    {
      options: listOf(
        shape(
          { img_key: filledText },
          { i18n_img_key: translations, value: text, disabled: flag, disabled_tips: plainText, hover_tips: plainText },
        ),
        1,
      ),
    },
    {
      ...control,
      required: flag,
      multi_select: flag,
      layout: oneOf('stretch', 'bisect', 'trisect'),
      can_preview: flag,
      aspect_ratio: oneOf('1:1', '16:9', '4:3'),
    },
  ),
  checker: component(
    {},
    {
      ...control,
      required: flag,
      checked: flag,
      text: plainOrLarkMd,
      overall_checkable: flag,
      padding: signedPadding,
      button_area: shape(
        {},
        { pc_display_rule: oneOf('always', 'on_hover'), buttons: listOf(buttonOf(TEXT_BUTTONS), 0, 3) },
      ),
      checked_style: shape({}, { show_strikethrough: flag, opacity: number(0, 1) }),
      hover_tips: plainText,
    },
  ),
};
