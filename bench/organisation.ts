import { randomUUID } from 'node:crypto';
import { pino } from 'pino';
import { textsOf } from '../cards/texts/texts';
import type { InTransaction } from '../src/db/transaction';
import { workdayCalendar } from '../src/domain/calendar';
import type { CardJson, Messenger, OutgoingMessage } from '../src/domain/messaging';
import type { Office } from '../src/domain/office';
import type { Core } from '../src/engine/core';
import { Directory } from '../src/engine/directory';
import { Metrics } from '../src/engine/metrics';
import { type AnyWorkflow, Workflows } from '../src/engine/workflow';
import { feedbackWorkflow } from '../src/workflows/feedback/workflow';
import { org, ZONE } from '../test/domain/feedback/fixtures';
import { HOLIDAY_YEARS } from '../test/domain/holiday-years';

/** The office of a small company. */
const office: Office = { org, timeZone: ZONE, calendar: workdayCalendar(HOLIDAY_YEARS) };

/** The engine's core over a database, with the first workflow and a clock that stands still. */
export function coreAt(now: number, inTransaction: InTransaction): Core {
  const clock = { now: () => now };
  return {
    inTransaction,
    workflows: new Workflows([feedbackWorkflow as unknown as AnyWorkflow]),
    directory: new Directory(inTransaction, messenger, clock, '某人'),
    office: () => office,
    texts: textsOf('zh-CN'),
    metrics: new Metrics(),
    clock,
    newId: randomUUID,
    newClaim: randomUUID,
    random: () => 0.5,
    wake: () => {},
    log: pino({ level: 'silent' }),
  };
}

/** A platform in memory that answers at once. */
export const messenger: Messenger = {
  send: async ({ uuid, to }: OutgoingMessage) => ({ messageId: `om_${uuid}`, chatId: to.id }),
  patchCard: async (_messageId: string, _card: CardJson) => {},
  buzz: async () => [],
  markRecorded: async () => {},
  hasLeft: async () => false,
  nameOf: async (personId: string) => `姓名 ${personId}`,
  forward: async (messageId, to) => ({ messageId: `${messageId}_forwarded`, chatId: to.id }),
  readMessage: async () => null,
  expandMergedForward: async () => [],
  download: async () => Buffer.alloc(0),
  keepAttachment: async (_messageId, { key }) => `kept_${key}`,
  sentSince: async () => [],
  uploadFile: async (name) => `file_${name}`,
};
