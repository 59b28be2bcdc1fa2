import {
  anything,
  both,
  type Fields,
  filledText,
  flag,
  hasOne,
  integer,
  isRecord,
  listOf,
  matching,
  oneOf,
  record,
  report,
  shape,
  text,
} from './card-checks';
import {
  boxWidth,
  component,
  cornerRadius,
  icon,
  plainOrLarkMd,
  plainText,
  textAlign,
  translations,
} from './card-parts';

/** The components that show something. */
const personSize = oneOf('extra_small', 'small', 'medium', 'large');
const picture: Fields = { i18n_img_key: translations };

export const DISPLAY: Fields = {
  div: both(
    component(
      {},
      {
        width: boxWidth,
        text: plainOrLarkMd,
        icon,
        fields: listOf(shape({ text: plainOrLarkMd }, { is_short: flag }), 1),
      },
    ),
    hasOne(['text'], ['fields']),
  ),
  markdown: both(
    component({}, { content: text, i18n_content: translations, text_align: textAlign, text_size: filledText, icon }),
    (value, at) => {
      if (isRecord(value) && value.content === undefined && value.i18n_content === undefined) {
        report(at, 'content is required');
      }
    },
  ),
  img: component(
    { img_key: filledText, alt: plainText },
    {
      ...picture,
      title: plainOrLarkMd,
      corner_radius: cornerRadius,
      scale_type: oneOf('crop_center', 'crop_top', 'fit_horizontal'),
      size: matching(
        /^(?:large|medium|small|tiny|stretch|(?:[1-9]\d{0,2}|1000)px (?:[1-9]\d{0,2}|1000)px)$/,
        'an image size',
      ),
      transparent: flag,
      preview: flag,
      mode: text,
      custom_width: anything,
      compact_width: flag,
    },
  ),
  img_combination: component(
    {
      combination_mode: oneOf('double', 'triple', 'bisect', 'trisect'),
      img_list: listOf(shape({ img_key: filledText }, { ...picture, transparent: flag }), 1),
    },
    { combination_transparent: flag, corner_radius: cornerRadius },
  ),
  person: component(
    { user_id: filledText },
    { size: personSize, show_avatar: flag, show_name: flag, style: oneOf('normal', 'capsule') },
  ),
  person_list: component(
    { persons: listOf(shape({ id: filledText }), 1) },
    {
      drop_invalid_user_id: flag,
      lines: integer(1),
      show_name: flag,
      show_avatar: flag,
      size: personSize,
      icon,
      ud_icon: record,
    },
  ),
  hr: component({}),
  chart: component(
    {
      chart_spec: (value, at) => {
        if (!isRecord(value) || typeof value.type !== 'string' || !value.type) report(at, 'chart spec invalid', 200550);
      },
    },
    {
      aspect_ratio: oneOf('1:1', '2:1', '4:3', '16:9'),
      color_theme: oneOf('brand', 'rainbow', 'complementary', 'converse', 'primary'),
      preview: flag,
      height: matching(/^(?:auto|[1-9]\d{0,2}px)$/, 'auto or 1px to 999px'),
    },
  ),
  // Its field table is not public enough to be strict about.
  audio: (value, at) => {
    if (isRecord(value)) filledText(value.file_key, at);
  },
};
