import { PANEL } from './overview';
import type { PageParts } from './page-api';
import type { Acts, ClockView } from './page-contract';
import type { LocalFeishu, TapResult } from './platform';
import { isRecord, type Json, listed } from './platform/json';
import { PlayFault } from './play-fault';
import { SAMPLES } from './samples';
import type { Rate } from './time-machine';

/** The platform's code for a refused buzz (加急): too many unread buzzes. */
const BUZZ_REFUSED = 230023;
const MAX_LATENCY_MS = 60_000;
const RATES: readonly number[] = [1, 60, 3600] satisfies Rate[];

type Act = (body: Json) => Promise<unknown>;

/** The actions of the page. Each reads its body itself, because bodies may also come from `curl`. */
export function pageActs({ feishu, time, process, startOver }: PageParts): Record<keyof Acts, Act> {
  return {
    send: async (body) => {
      const [person, target] = [word(body, 'person'), targetOf(feishu, word(body, 'person'), word(body, 'chatId'))];
      const options = {
        replyTo: optional(body, 'replyTo'),
        // In a direct chat a reply quotes the message; in a group it opens the thread.
        inThread: 'chatId' in target,
        mentionBot: body.mentionBot === true,
      };
      await feishu.send(person, target, { type: 'text', text: word(body, 'text') }, options);
    },
    forward: async (body) => {
      const person = word(body, 'person');
      const chatId = optional(body, 'chatId');
      const target = chatId === undefined ? { bot: true as const } : targetOf(feishu, person, chatId);
      const samples = listed(body.samples).map((id) => SAMPLES.find((sample) => sample.id === id));
      if (samples.length === 0) throw new PlayFault('missing', 'samples');
      if (samples.includes(undefined)) throw new PlayFault('no_sample');
      for (const content of samples.flatMap((sample) => sample?.contents(time.now()) ?? [])) {
        await feishu.send(person, target, content);
      }
    },
    edit: async (body) => feishu.edit(word(body, 'person'), word(body, 'messageId'), word(body, 'text')),
    recall: async (body) => feishu.recall(word(body, 'person'), word(body, 'messageId')),
    tap: async (body): Promise<TapResult> =>
      feishu.tap(word(body, 'person'), word(body, 'messageId'), {
        cmd: optional(body, 'cmd'),
        label: optional(body, 'label'),
        option: optional(body, 'option'),
        form: isRecord(body.form) ? body.form : {},
        ...(body.value === undefined ? {} : { value: body.value }),
        ...(typeof body.versions === 'number' ? { versions: body.versions } : {}),
      }),
    enter: async (body) => feishu.enterChat(word(body, 'person')),
    leave: async (body) => feishu.leaveCompany(word(body, 'person')),
    bot: async (body) => {
      const [chat, person] = [word(body, 'chatId'), word(body, 'person')];
      return body.present === true ? feishu.addBot(chat, person) : feishu.removeBot(chat, person);
    },
    dissolve: async (body) => feishu.dissolve(word(body, 'chatId'), word(body, 'person')),
    trouble: async (body) => {
      const { settings } = feishu;
      settings.latencyMs = share(body, 'latencyMs', MAX_LATENCY_MS) ?? settings.latencyMs;
      settings.errorRate = share(body, 'errorRate', 1) ?? settings.errorRate;
      if (typeof body.rateLimited === 'boolean') settings.rateLimited = body.rateLimited;
      if (typeof body.buzzRefused === 'boolean') settings.refuseBuzz = body.buzzRefused ? BUZZ_REFUSED : null;
      if (typeof body.panelsRefused === 'boolean') settings.refusedElements = body.panelsRefused ? [PANEL] : [];
      if (body.drop === true) feishu.dropConnections();
    },
    process: async (body) => {
      const locale = body.locale === 'zh-CN' || body.locale === 'en-US' ? body.locale : undefined;
      if (body.action === 'kill') return process.kill();
      if (body.action === 'start') return process.start(locale);
      if (body.action === 'restart') return process.restart(locale);
      throw new PlayFault('missing', 'action');
    },
    startOver: async () => {
      if (!startOver) throw new PlayFault('not_emptied');
      startOver();
    },
    clock: async (body): Promise<ClockView> => {
      if (body.until === 'next-morning') await time.untilMorning();
      else if (body.until === 'next-reminder') await time.untilReminder();
      else if (body.rate !== undefined) {
        if (!RATES.includes(body.rate as number)) throw new PlayFault('wrong_rate');
        time.setRate(body.rate as Rate);
      } else await time.advance(Number(body.advanceMs));
      return time.view();
    },
  };
}

function targetOf(feishu: LocalFeishu, person: string, chatId: string): { bot: true } | { chatId: string } {
  return chatId === feishu.p2pChatOf(person) ? { bot: true } : { chatId };
}

function word(body: Json, key: string): string {
  const value = body[key];
  if (typeof value !== 'string' || value.trim() === '') throw new PlayFault('missing', key);
  return value;
}

function optional(body: Json, key: string): string | undefined {
  const value = body[key];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** Reads a number from 0 to `max`; undefined if it is absent. */
function share(body: Json, key: string, max: number): number | undefined {
  const value = body[key];
  if (value === undefined) return undefined;
  if (typeof value !== 'number' || !(value >= 0 && value <= max)) throw new PlayFault('missing', key);
  return value;
}
