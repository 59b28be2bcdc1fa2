import { type Check, flag, integer, listOf, mapOf, matching, oneOf, shape, text } from './card-checks';
import { rootElement } from './card-components';
import {
  cardLink,
  elementId,
  icon,
  layout,
  locale,
  padding,
  plainOrLarkMd,
  plainText,
  translations,
} from './card-parts';

// The frame around the components: config, header, body.

const TEXT_SIZES = [
  ...'heading-0 heading-1 heading-2 heading-3 heading-4 heading normal notation'.split(' '),
  ...'xxxx-large xxx-large xx-large x-large large medium small x-small'.split(' '),
];
const HEADER_COLOURS = 'blue wathet turquoise green yellow orange red carmine violet purple indigo grey default'.split(
  ' ',
);
const TAG_COLOURS = 'neutral blue turquoise lime orange violet indigo wathet green yellow red purple carmine'.split(
  ' ',
);

const textSize = oneOf(...TEXT_SIZES);
const rgba = matching(/^rgba\(\s*\d{1,3}\s*(?:,\s*\d{1,3}\s*){2},\s*(?:0?\.\d+|0|1(?:\.0+)?)\s*\)$/, 'an rgba colour');
const perClient = shape({}, { default: integer(1), pc: integer(1), ios: integer(1), android: integer(1) });
const anyName: Check = text;

const config = shape(
  {},
  {
    update_multi: oneOf(true),
    width_mode: oneOf('default', 'compact', 'fill'),
    enable_forward: flag,
    enable_forward_interaction: flag,
    use_custom_translation: flag,
    locales: listOf(locale, 1),
    summary: shape({}, { content: text, i18n_content: translations }),
    streaming_mode: flag,
    streaming_config: shape(
      {},
      { print_frequency_ms: perClient, print_step: perClient, print_strategy: oneOf('fast', 'delay') },
    ),
    style: shape(
      {},
      {
        text_size: mapOf(anyName, shape({}, { default: textSize, pc: textSize, mobile: textSize })),
        color: mapOf(anyName, shape({ light_mode: rgba, dark_mode: rgba })),
      },
    ),
    // A leftover of 1.0 that the platform still lets pass.
    wide_screen_mode: flag,
  },
);

const textTag = shape(
  { tag: oneOf('text_tag'), text: plainText },
  { element_id: elementId, color: oneOf(...TAG_COLOURS) },
);

const header = shape(
  { title: plainOrLarkMd },
  {
    subtitle: plainOrLarkMd,
    text_tag_list: listOf(textTag),
    i18n_text_tag_list: mapOf(locale, listOf(textTag)),
    template: oneOf(...HEADER_COLOURS),
    icon,
    padding,
  },
);

/** The whole card: every property known, every value of its kind. */
export const cardFrame: Check = shape(
  { schema: oneOf('2.0'), body: shape({ elements: listOf(rootElement, 1) }, { ...layout, padding }) },
  { config, card_link: cardLink, header },
);
