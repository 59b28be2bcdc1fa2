import { afterEach, describe, expect, test } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';
import { CUSTOMERS } from '../../sandbox/company';
import type { MessageView, TapResult } from '../../sandbox/platform';
import { DIALECTS } from '../databases';
import { GROUPS, PEOPLE, type Player, World } from '../world';
import { tapRaw } from './rights/raw-tap';

const CHINESE = /[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]/;
/** Names of the company's people and groups are Chinese, and not the bot's. */
const NAMES = [...Object.values(PEOPLE), ...Object.values(GROUPS), ...Object.values(CUSTOMERS)].map(({ name }) => name);

const withoutNames = (text: string) => NAMES.reduce((rest, name) => rest.replaceAll(name, ''), text);

let world: World;
afterEach(() => world.stop());

/** Everything that the bot shows anywhere right now. */
function shown(): string[] {
  const chats = [
    ...Object.values(GROUPS).map(({ id }) => id),
    ...Object.values(PEOPLE).map(({ id }) => world.feishu.p2pChatOf(id)),
  ];
  return chats
    .flatMap((chat) => world.fromBot(chat))
    .map(({ text, card, content }) => [text, JSON.stringify(card ?? content)].join('\n'));
}

function expectEnglish(): void {
  expect(shown().filter((text) => CHINESE.test(withoutNames(text)))).toEqual([]);
}

describe.each(DIALECTS)('with BOT_LOCALE=en-US, on %s', (dialect) => {
  async function start() {
    world = await World.start({ dialect, locale: 'en-US', org: { routing: 'direct' } });
    const names: Record<string, string> = { after_sales: 'After-sales', quality: 'Quality', logistics: 'Logistics' };
    const departments = world.org.departments.map((each) => ({
      ...each,
      name: names[each.key] ?? each.key,
      keywords: [],
    }));
    world.org.departments.splice(0, departments.length, ...departments);
    await world.restartBot();
  }
  const form = (customer: string) => ({
    customer,
    channel: 'email',
    kind: 'complaint',
    category: 'after_sales',
    department: 'after_sales',
  });
  const tap = async (
    who: Player,
    card: MessageView,
    cmd: string,
    fields?: Record<string, string>,
  ): Promise<TapResult> => {
    const result = await who.taps(card, cmd, fields);
    expect(result.error).toBeUndefined();
    expect(withoutNames(result.toast?.content ?? '')).not.toMatch(CHINESE);
    expectEnglish();
    return result;
  };
  /** A tap on a button that the client still shows, or by a person who has no such card. */
  const tapInVain = async (who: Player, card: MessageView, cmd: string, fields?: Record<string, string>) => {
    const tapped = { by: who.id, chatId: card.chatId, messageId: card.id, cmd };
    const { toast } = await tapRaw(world, fields ? { ...tapped, form: fields } : tapped);
    expect(toast).toMatchObject({ type: 'warning' });
    expect(withoutNames(JSON.stringify(toast))).not.toMatch(CHINESE);
    expectEnglish();
  };

  test('no text of the bot in the whole life of a case is Chinese', async () => {
    await start();
    const { repLin, repZhao, serviceLi, serviceWang, serviceLead } = world.people;
    await world.feishu.enterChat(repLin.id);
    await repLin.forwards(
      'The air conditioner leaks. Call 13812345678',
      { type: 'image' },
      { type: 'file', name: 'report.pdf' },
    );
    const draft = repLin.card('air conditioner');
    await tapInVain(repZhao, draft, 'feedback.submit', form('Sea Wind'));
    await tap(repLin, draft, 'feedback.submit', form('Sea Wind'));
    const posted = world.cardIn('afterSales', 'air conditioner');
    await tap(repLin, draft, 'feedback.urge');
    await tap(repLin, draft, 'feedback.urge');
    await tap(serviceLi, posted, 'feedback.claim');
    await tapInVain(serviceWang, posted, 'feedback.claim');
    await serviceLi.replies(posted, 'On my way');
    await tap(serviceLi, posted, 'feedback.request_info', { question: 'Which model?' });
    await tap(repLin, draft, 'feedback.provide_info', { info: 'KFR-35' });
    await tap(serviceLi, posted, 'feedback.extend', { reason: 'waiting for a part', until: '2026-11-26 18:00' });
    await tap(repLin, draft, 'feedback.interim');
    await world.passes('26h', '1h');
    expectEnglish();
    await tap(serviceLi, posted, 'feedback.transfer', { department: 'quality', reason: 'a fault of the material' });
    const moved = world.cardIn('quality', 'air conditioner');
    const { qualitySun } = world.people;
    await tap(qualitySun, moved, 'feedback.claim');
    await tap(qualitySun, moved, 'feedback.answer', { answer: 'We replaced the pipe' });
    await tap(qualitySun, moved, 'feedback.cause', { cause: 'wear', prevention: 'checks' });
    await tap(repLin, draft, 'feedback.close', {
      told_customer: 'The pipe is new',
      satisfaction: 'unsatisfied',
      customer_words: 'Late',
    });
    await tap(repLin, draft, 'feedback.reopen', { reason: 'It leaks again' });
    await tap(repLin, draft, 'feedback.withdraw', { reason: 'settled' });
    await tapInVain(serviceLead, posted, 'feedback.claim');
    expect(shown().length).toBeGreaterThan(15);
    expectEnglish();
  });

  test('words are understood and answered in English, files and refused cards included', async () => {
    await start();
    const { repLin, repZhao, manager, admin, serviceLi } = world.people;
    await repLin.forwards('The air conditioner leaks');
    await tap(repLin, repLin.card('leaks'), 'feedback.submit', form('Sea Wind'));
    const says = async (who: Player, words: string) => {
      world.clock.advance(61_000);
      await who.forwards(words);
      expectEnglish();
      return who.card().text;
    };
    expect(await says(repLin, 'help')).toContain('Just forward me what customers say');
    expect(await says(repLin, 'mine')).toMatch(/Mine: 1[\s\S]*Sea Wind[\s\S]*FB-1/);
    expect(await says(repLin, 'search leaks')).toContain('The air conditioner leaks');
    expect(await says(repLin, 'todo')).toContain('Nothing is waiting');
    expect(await says(repLin, '#1')).toMatch(/^Sea Wind · air conditioner leaks\nFB-1[\s\S]*History \(2\)/);
    expect(await says(repZhao, '#1')).toContain('Only the people working on it');
    expect(await says(repZhao, '#9')).toContain('no such case');
    expect(await says(repLin, 'overdue')).toContain('Nothing is overdue');
    expect(await says(manager, 'digest')).toContain('1 open, none due today');
    expect(await says(repLin, 'hlep')).toContain('Did you mean "help"?');
    expect(await says(repLin, 'search')).toContain('What should I look for?');
    expect(await says(repLin, 'export 2026-02')).toContain('no feedback from 2026-02');
    expect(await says(repLin, 'export 2026-13')).toContain('Please name a month');
    await says(admin, 'setup');
    await serviceLi.says('hello', 'afterSales', { mentionBot: true });
    await world.settle();
    expectEnglish();

    await says(repLin, 'export 2026-11');
    const file = repLin.wall().findLast(({ type }) => type === 'file')?.content as { file_key: string };
    const { name, bytes } = world.feishu.file(file.file_key) ?? { name: '', bytes: Buffer.alloc(0) };
    expect(name).toBe('Customer feedback 2026-11.xlsx');
    const sheet = Object.values(unzipSync(new Uint8Array(bytes)))
      .map((part) => strFromU8(part))
      .join('\n');
    expect(sheet).toContain('Sea Wind');
    expect(withoutNames(sheet)).not.toMatch(CHINESE);
  });
});
