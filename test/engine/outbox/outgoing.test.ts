import { beforeEach, describe, expect, test } from '@jest/globals';
import { pino } from 'pino';
import { renderWall } from '../../../cards/feedback/wall-card';
import { plainLines } from '../../../cards/kit/plain-lines';
import { AppError, type ErrorCode } from '../../../src/domain/errors';
import { type CardJson, person } from '../../../src/domain/messaging';
import { Metrics } from '../../../src/engine/metrics';
import { Outgoing } from '../../../src/engine/outbox/outgoing';
import { context } from '../../cards/samples';
import { feedback } from '../../domain/feedback/fixtures';
import { FakeMessenger } from '../fake-messenger';

const refusal = (code: ErrorCode) => new AppError(code, `Feishu said ${code}`);
const CUSTOMER = '海风公司';
const PHONE = '13812345678';
const CASE = feedback('assigned', { customer: CUSTOMER, contact: PHONE });
const CARD = renderWall(CASE, 'clerk', context('zh-CN'), { retired: false });
const UUID = 'u'.repeat(50);
/** As if no kind of element could be left out. */
const plainer = { try: <T>(card: CardJson, show: (card: CardJson, tries: number) => Promise<T>) => show(card, 0) };

describe('sending', () => {
  let messenger: FakeMessenger;
  let metrics: Metrics;
  let logged: string[];
  let outgoing: Outgoing;
  const send = (more = {}) => outgoing.sendCard({ to: person('ou_rep'), uuid: UUID, ...more }, CARD);
  const rejected = async () => (await metrics.rejectedCards.get()).values[0]?.value;

  beforeEach(() => {
    messenger = new FakeMessenger();
    metrics = new Metrics();
    logged = [];
    const log = pino({ level: 'info' }, { write: (line: string) => logged.push(line) });
    outgoing = new Outgoing({
      messenger,
      plainLines,
      plainer,
      onGone: async () => {},
      maskedNote: '（已隐去）',
      metrics,
      log,
    });
  });

  test('a card goes out unchanged, once', async () => {
    expect(await send()).toEqual({ messageId: 'om_1', chatId: 'oc_of_ou_rep', asCard: true });
    expect(messenger.sent).toEqual([{ to: person('ou_rep'), uuid: UUID, content: { type: 'card', card: CARD } }]);
    expect(await rejected()).toBe(0);
  });

  test('a rejected card goes out as lines with the same facts; it is counted, and logged without its text', async () => {
    messenger.refusals = [refusal('feishu_card_rejected')];
    expect(await send()).toMatchObject({ messageId: 'om_2', asCard: false });
    const [first, second] = messenger.sent;
    expect(second?.content).toEqual({ type: 'lines', ...plainLines(CARD) });
    expect(JSON.stringify(second?.content)).toContain(CUSTOMER);
    expect(second?.uuid).not.toBe(first?.uuid);
    expect(second?.uuid.length).toBeLessThanOrEqual(50);
    expect(await rejected()).toBe(1);
    expect(logged.join('')).toContain('rejected');
    expect(logged.join('')).not.toContain(CUSTOMER);
  });

  test('if the lines are refused, too, that fault is thrown', async () => {
    messenger.refusals = [refusal('feishu_card_rejected'), refusal('feishu_target_gone')];
    await expect(send()).rejects.toMatchObject({ code: 'feishu_target_gone' });
  });

  test('a reply to a deleted message is sent to its chat, whatever becomes of the card', async () => {
    messenger.refusals = [refusal('feishu_message_gone')];
    expect(await send({ replyTo: 'om_gone' })).toMatchObject({ messageId: 'om_2', asCard: true });
    expect(messenger.sent[1]).toEqual({
      to: person('ou_rep'),
      uuid: UUID,
      content: { type: 'card', card: CARD },
    });

    messenger.sent.length = 0;
    messenger.refusals = [refusal('feishu_card_rejected'), refusal('feishu_message_gone')];
    expect(await send({ replyTo: 'om_gone' })).toMatchObject({ asCard: false });
    expect(messenger.sent.map(({ replyTo }) => replyTo)).toEqual(['om_gone', 'om_gone', undefined]);
  });

  test('refused contents go out again without contact details', async () => {
    messenger.refusals = [refusal('feishu_content_refused')];
    expect(await send()).toMatchObject({ asCard: true });
    const texts = messenger.sent.map(({ content }) => JSON.stringify(content));
    expect(texts[0]).toContain(PHONE);
    expect(texts[1]).not.toContain(PHONE);
    expect(messenger.sent[1]?.uuid).not.toBe(UUID);
  });

  test.each<ErrorCode>(['feishu_rate_limited', 'feishu_unavailable', 'feishu_target_gone', 'feishu_unknown'])(
    'what is not about the card is not answered with another message: %s',
    async (code) => {
      messenger.refusals = [refusal(code)];
      await expect(send()).rejects.toMatchObject({ code });
      expect(messenger.sent).toHaveLength(1);
      expect(await rejected()).toBe(0);
    },
  );

  test('a message that is gone is a fault if nothing was to be replied to', async () => {
    messenger.refusals = [refusal('feishu_message_gone')];
    await expect(send()).rejects.toMatchObject({ code: 'feishu_message_gone' });
    expect(messenger.sent).toHaveLength(1);
  });

  test.each<[ErrorCode, boolean]>([
    ['feishu_buzz_refused', false],
    ['feishu_not_allowed', false],
    ['feishu_quota_used_up', false],
    ['feishu_target_gone', false],
    ['feishu_unknown', false],
    ['feishu_rate_limited', true],
    ['feishu_unavailable', true],
  ])('a buzz that fails with %s is tried again: %s', async (code, isTriedAgain) => {
    messenger.fails = refusal(code);
    const buzzing = outgoing.buzz('om_1', ['ou_rep']);
    if (isTriedAgain) await expect(buzzing).rejects.toMatchObject({ code });
    else await expect(buzzing).resolves.toEqual(['ou_rep']);
    expect(messenger.buzzed).toEqual([['om_1', ['ou_rep']]]);
  });
});
