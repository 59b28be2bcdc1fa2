import { workdayCalendar } from '../src/domain/calendar';
import { HOLIDAY_YEARS } from '../src/domain/holidays/cn';
import type { CardJson, Messenger, OutgoingMessage } from '../src/domain/messaging';
import type { AnyWorkflow } from '../src/engine/workflow';
import { feedbackWorkflow } from '../src/workflows/feedback/workflow';
import { org, ZONE } from '../test/domain/feedback/fixtures';

/** The first workflow in a small company. */
export const workflow = feedbackWorkflow({
  org: () => org,
  locale: 'zh-CN',
  timeZone: ZONE,
  calendar: workdayCalendar(HOLIDAY_YEARS),
}) as AnyWorkflow;

/** A platform in memory that answers at once. */
export const messenger: Messenger = {
  send: async ({ uuid, to }: OutgoingMessage) => ({ messageId: `om_${uuid}`, chatId: to.id }),
  patchCard: async (_messageId: string, _card: CardJson) => {},
  buzz: async () => {},
  nameOf: async (personId: string) => `姓名 ${personId}`,
  forward: async (messageId, to) => ({ messageId: `${messageId}_forwarded`, chatId: to.id }),
  expandMergedForward: async () => [],
  keepAttachment: async (_messageId, { key }) => `kept_${key}`,
  uploadFile: async (name) => `file_${name}`,
};
