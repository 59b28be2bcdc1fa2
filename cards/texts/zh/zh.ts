import type { Locale } from '../texts';
import { ASKED_ZH } from './asked';
import { CARD_ZH } from './card';
import { CHAT_ZH } from './chat';
import { CHOICES_ZH } from './choices';
import { CLOCK_ZH } from './clock';
import { ACTS_ZH, COMMANDS_ZH } from './commands';
import { ASKING_ZH } from './desk/asking';
import { HELP_ZH } from './desk/help';
import { REGISTERS_ZH } from './desk/registers';
import { DIGEST_ZH, SHEET_ZH } from './digest';
import { FORMS_ZH } from './forms';
import { LOOKS_ZH } from './looks';
import { MESSAGES_ZH } from './messages';
import { PLATFORM_ZH } from './platform';
import { BEGIN_ZH } from './procedure/begin';
import { OUTSIDE_ZH } from './procedure/outside';
import { PROCEDURE_ZH } from './procedure/procedure';
import { REFUSALS_ZH } from './refusals';
import { SETUP_ZH } from './setup/setup';
import { SITUATIONS_ZH } from './situations';
import { STRANGERS_ZH } from './strangers';
import { TIME_ZH } from './time';
import { TIMELINE_ZH } from './timeline';
import { UNDELIVERABLE_ZH } from './undeliverable';
import { WORDING_ZH } from './wording';
import { WORDS_ZH } from './words';

/** All Chinese texts. Their type is the type of the texts in every language. */
export const ZH = {
  locale: 'zh-CN' as Locale,
  ...CHOICES_ZH,
  ...FORMS_ZH,
  ...COMMANDS_ZH,
  ...REFUSALS_ZH,
  card: CARD_ZH,
  wording: WORDING_ZH,
  ...SITUATIONS_ZH,
  messages: MESSAGES_ZH,
  undeliverable: UNDELIVERABLE_ZH,
  platform: PLATFORM_ZH,
  digest: DIGEST_ZH,
  sheet: SHEET_ZH,
  timeline: TIMELINE_ZH,
  clock: CLOCK_ZH,
  ...WORDS_ZH,
  setup: SETUP_ZH,
  chat: CHAT_ZH,
  strangers: STRANGERS_ZH,
  looks: LOOKS_ZH,
  time: TIME_ZH,
  asked: ASKED_ZH,
  acts: ACTS_ZH,
  asking: ASKING_ZH,
  help: HELP_ZH,
  outside: OUTSIDE_ZH,
  begin: BEGIN_ZH,
  registers: REGISTERS_ZH,
  procedure: PROCEDURE_ZH,
};
