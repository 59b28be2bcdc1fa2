import type { ZH } from '../zh/zh';
import { ASKED_EN } from './asked';
import { CARD_EN } from './card';
import { CHAT_EN } from './chat';
import { CHOICES_EN } from './choices';
import { CLOCK_EN } from './clock';
import { ACTS_EN, COMMANDS_EN } from './commands';
import { ASKING_EN } from './desk/asking';
import { HELP_EN } from './desk/help';
import { REGISTERS_EN } from './desk/registers';
import { DIGEST_EN, SHEET_EN } from './digest';
import { FORMS_EN } from './forms';
import { LOOKS_EN } from './looks';
import { MESSAGES_EN } from './messages';
import { PLATFORM_EN } from './platform';
import { BEGIN_EN } from './procedure/begin';
import { OUTSIDE_EN } from './procedure/outside';
import { PROCEDURE_EN } from './procedure/procedure';
import { REFUSALS_EN } from './refusals';
import { SETUP_EN } from './setup/setup';
import { SITUATIONS_EN } from './situations';
import { STRANGERS_EN } from './strangers';
import { TIME_EN } from './time';
import { TIMELINE_EN } from './timeline';
import { UNDELIVERABLE_EN } from './undeliverable';
import { WORDING_EN } from './wording';
import { WORDS_EN } from './words';

/** All English texts. */
export const EN: typeof ZH = {
  locale: 'en-US',
  ...CHOICES_EN,
  ...FORMS_EN,
  ...COMMANDS_EN,
  ...REFUSALS_EN,
  card: CARD_EN,
  wording: WORDING_EN,
  ...SITUATIONS_EN,
  messages: MESSAGES_EN,
  undeliverable: UNDELIVERABLE_EN,
  platform: PLATFORM_EN,
  digest: DIGEST_EN,
  sheet: SHEET_EN,
  timeline: TIMELINE_EN,
  clock: CLOCK_EN,
  ...WORDS_EN,
  setup: SETUP_EN,
  chat: CHAT_EN,
  strangers: STRANGERS_EN,
  looks: LOOKS_EN,
  time: TIME_EN,
  asked: ASKED_EN,
  acts: ACTS_EN,
  asking: ASKING_EN,
  help: HELP_EN,
  outside: OUTSIDE_EN,
  begin: BEGIN_EN,
  registers: REGISTERS_EN,
  procedure: PROCEDURE_EN,
};
