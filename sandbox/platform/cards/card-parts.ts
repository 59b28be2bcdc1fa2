import {
  anything,
  both,
  byTag,
  type Check,
  type Fields,
  filledText,
  flag,
  hasOne,
  integer,
  listOf,
  mapOf,
  matching,
  oneOf,
  PARSE_FAILED,
  record,
  shape,
  text,
} from './card-checks';

// The properties that many components share: measures, colours, texts, icons, behaviours.

const LENGTH = '(?:0|\\d{1,2}px)';
const SIGNED = '(?:0|-?\\d{1,2}px)';
const sides = (one: string) => new RegExp(`^${one}(?: ${one}(?: ${one} ${one})?)?$`);

export const elementId = matching(
  /^[A-Za-z][A-Za-z0-9_]{0,19}$/,
  'a valid element_id (a letter, then letters, digits or _, at most 20 characters)',
  300301,
);
export const margin = matching(sides(SIGNED), 'a margin of -99px to 99px');
export const padding = matching(sides(LENGTH), 'a padding of 0 to 99px');
export const signedPadding = matching(sides(SIGNED), 'a padding of -99px to 99px');
const spacing = matching(/^(?:small|medium|large|extra_large|default|0|\d{1,2}px)$/, 'a spacing');
export const controlWidth = matching(/^(?:default|fill|[1-9]\d{2,}px)$/, 'default, fill or at least 100px');
export const boxWidth = matching(/^(?:fill|auto|(?:1[6-9]|[2-9]\d|[1-9]\d{2})px)$/, 'fill, auto or 16px to 999px');
export const cornerRadius = matching(/^(?:\d+px|(?:\d{1,2}|100)%)$/, 'a corner radius in px or %');
export const colour = matching(/^[^#].*$/, 'a colour name (hex is not supported)');
export const name = filledText;

export const textAlign = oneOf('left', 'center', 'right');
export const verticalAlign = oneOf('top', 'center', 'bottom');
export const LOCALES =
  'zh_cn en_us zh_hk zh_tw ja_jp id_id vi_vn th_th pt_br es_es ko_kr de_de fr_fr it_it ru_ru ms_my'.split(' ');
export const locale = oneOf(...LOCALES);
export const translations = mapOf(locale, text, 1);

/** Direction, spacing and alignment of what holds elements. */
export const layout: Fields = {
  direction: oneOf('vertical', 'horizontal'),
  horizontal_spacing: spacing,
  vertical_spacing: spacing,
  horizontal_align: textAlign,
  vertical_align: verticalAlign,
};

const atMost =
  (max: number): Check =>
  (value, at) => {
    text(value, at);
    if (typeof value === 'string' && [...value].length > max) {
      at.faults.push({ code: PARSE_FAILED, path: at.path, message: `longer than ${max} characters` });
    }
  };

const textFields: Fields = {
  i18n_content: translations,
  element_id: elementId,
  text_size: filledText,
  text_color: colour,
  text_align: textAlign,
  lines: integer(1),
};
const textOf = (tag: string, content: Check = text) =>
  both(shape({ tag: oneOf(tag) }, { ...textFields, content }), hasText);
const hasText = (value: unknown, at: Parameters<Check>[1]) => {
  const given = value as Record<string, unknown>;
  if (given?.content === undefined && given?.i18n_content === undefined) hasOne(['content'])(value, at);
};

const badText = (tag: unknown) => ({
  code: PARSE_FAILED,
  message: `type of text is not supported tag: ${String(tag)}`,
});
export const plainText = textOf('plain_text');
export const shortText = textOf('plain_text', atMost(100));
const larkMd = textOf('lark_md');
export const plainOrLarkMd = byTag(() => ({ plain_text: plainText, lark_md: larkMd }), badText);
export const panelTitle = byTag(() => ({ plain_text: plainText, markdown: textOf('markdown') }), badText);

const iconFields: Fields = {
  tag: oneOf('standard_icon', 'custom_icon'),
  token: matching(/^[a-z0-9][a-z0-9-]*_(?:outlined|filled|colorful)$/, 'an icon token'),
  color: (value, at) => (value === '' ? undefined : colour(value, at)),
  img_key: text,
  i18n_img_key: translations,
};
const iconOf = (more: Fields): Check => {
  const fields = shape({ tag: anything }, { ...iconFields, ...more });
  return (value, at) => {
    fields(value, at);
    const standard = (value as { tag?: unknown } | null)?.tag === 'standard_icon';
    hasOne([standard ? 'token' : 'img_key'])(value, at);
  };
};
export const icon = iconOf({});
export const sizedIcon = iconOf({ size: matching(/^[1-9]\d{0,2}px [1-9]\d{0,2}px$/, 'a size such as 16px 16px') });

const platformUrls: Fields = { pc_url: text, ios_url: text, android_url: text };
export const multiUrl = shape({}, { url: text, ...platformUrls });
export const cardLink = both(multiUrl, hasOne(['url'], Object.keys(platformUrls)));
export const jump = shape({ multi_url: multiUrl });
const openUrl = both(
  shape({ type: anything }, { default_url: text, ...platformUrls }),
  hasOne(['default_url'], Object.keys(platformUrls)),
);
const callback = shape({ type: anything, value: record });
const behavior: Check = (value, at) => {
  const type = (value as { type?: unknown } | null)?.type;
  if (type === 'open_url') openUrl(value, at);
  else if (type === 'callback') callback(value, at);
  else shape({ type: oneOf('open_url', 'callback') })(value, at);
};
export const behaviors = listOf(behavior);
export const confirm = shape({ title: plainText, text: plainText });

/** What every component may carry. */
export const common: Fields = { element_id: elementId, margin };
/** What components that a person operates share. */
export const control: Fields = {
  name,
  disabled: flag,
  disabled_tips: plainText,
  behaviors,
  confirm,
  value: record,
};

/** A component with these properties beside what every component may carry. */
export const component = (required: Fields, optional: Fields = {}) =>
  shape({ tag: anything, ...required }, { ...common, ...optional });
