import type { HolidayYear } from '../domain/calendar';
import type { Contacts } from '../domain/contacts';
import type { MessageNotice } from '../domain/decision';
import type { Incoming, JsonObject } from '../domain/messaging';
import type { Answers } from '../engine/commands/answers';
import type { CommandHandler } from '../engine/commands/command-handler';
import { type Core, contextOf } from '../engine/core';
import type { Desk } from '../engine/desk';
import type { Organisation } from '../engine/organisation/organisation';
import type { Catalogue } from './catalogue';
import { dailyDigests } from './digest';
import { foldsOf } from './folding';
import { RegisterDesk } from './registers/register-desk';
import type { ReadSheet } from './registers/sheet-imports';
import { RetryWord } from './retry-word';
import { OrgContacts } from './setup/org-contacts';
import { type Rehearse, SetupDesk } from './setup/setup-desk';
import { SetupPages } from './setup/setup-pages';
import { DeskTaps } from './taps';
import { Voice } from './voice';
import { Words } from './words';

export interface DeskParts {
  core: Core;
  commands: CommandHandler;
  answers: Answers;
  catalogues: Catalogue[];
  organisation: Organisation;
  /** The public holidays that the program ships. */
  holidayYears: HolidayYear[];
  /** Null if there is no platform to ask. */
  contacts: Contacts | null;
  rehearse: Rehearse;
  /** Null if the program reads no spreadsheets. */
  readSheet: ReadSheet | null;
  normalize: (envelope: JsonObject) => Incoming;
}

/** Puts the desk together: words, lists, set-up and the bot's own messages, above all workflows. */
export function createDesk(parts: DeskParts): { desk: Desk; orgContacts: OrgContacts } {
  const { core, commands, answers, catalogues, organisation, holidayYears, normalize, rehearse } = parts;
  const orgContacts = new OrgContacts({ ...core, contacts: parts.contacts, organisation });
  const pages = new SetupPages({ ...core, organisation, holidayYears, contacts: orgContacts });
  const setup = new SetupDesk({ ...core, organisation, pages, contacts: orgContacts, rehearse });
  const registers = new RegisterDesk({ core, catalogues, readSheet: parts.readSheet });
  const compose = async (notice: MessageNotice) => (await pages.compose(notice)) ?? registers.compose(notice);
  const voice = new Voice({ ...core, catalogues, setup: { compose } });
  const words = new Words(catalogues);
  const retry = new RetryWord({ ...core, organisation });
  const taps = new DeskTaps({ core, commands, answers, catalogues, words, voice, normalize });
  const desk: Desk = {
    ask: async (tx, message, { asker, under, only }) => {
      const said = under ? null : ((await setup.ask(tx, message)) ?? (await retry.ask(tx, message)));
      const answer = said ?? (under || only ? null : await registers.ask(tx, message));
      if (answer) return answer;
      if (message.chatType === 'group' && !message.mentionsBot) return null;
      if (only) return words.inReply(tx, message, contextOf(core, asker), only === 'words' ? null : { under });
      // A short text in the middle of a customer's burst is one more message of the burst.
      const isJoining = async () => Boolean(await core.workflows.intake?.messages?.openFor(tx, message));
      return words.answer(tx, message, contextOf(core, asker), isJoining);
    },
    prepare: (message, fetch) => registers.prepare(message, fetch),
    botAdded: (tx, chatId, chatName) => setup.botAdded(tx, chatId, chatName),
    settled: () => setup.settled(),
    tap: async (event) => (await setup.tap(event)) ?? (await registers.tap(event)) ?? taps.tap(event),
    message: (notice, namesOf) => voice.message(notice, namesOf),
    file: (notice, namesOf) => voice.file(notice, namesOf),
    moments: dailyDigests(catalogues, core.office),
    folds: (tx, rows, now) => foldsOf(tx, rows, now, core.office()),
  };
  return { desk, orgContacts };
}
