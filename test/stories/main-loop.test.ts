import { afterEach, describe, expect, test } from '@jest/globals';
import { DIALECTS } from '../databases';
import { World } from '../world';

const WORDS = '客户：海风公司。刚装的空调漏水，地板都泡了，请尽快派人维修，电话 13812345678';

/** The fields that the rep adds to the prefilled ones. */
const FORM = { customer: '海风公司', channel: 'wechat', category: 'after_sales', department: 'after_sales' };

const TRANSPORTS = ['webhook', 'websocket'] as const;
const WAYS = DIALECTS.flatMap((dialect) => TRANSPORTS.map((transport) => ({ dialect, transport })));

let world: World;
afterEach(() => world.stop());

describe.each(WAYS)('from a customer’s words to the archive, on $dialect over $transport', (way) => {
  test('the whole loop', async () => {
    world = await World.start(way);
    const { repLin, serviceLi, serviceWang } = world.people;

    await repLin.forwards(WORDS);
    const draft = repLin.card('空调漏水');
    expect(draft.text).toContain('海风公司');

    const submitted = await repLin.taps(draft, 'feedback.submit', FORM);
    expect(submitted).toMatchObject({ toast: { type: 'success' } });
    expect(world.again(draft).text).toContain('待接单');
    const posted = world.cardIn('afterSales', '空调漏水');
    expect(posted.text).toContain('138****5678');
    expect(posted.text).not.toContain('13812345678');

    await serviceLi.taps(posted, '接单');
    expect(world.again(draft).text).toContain('李娜');
    const late = await serviceWang.taps(posted, 'feedback.claim');
    expect(late.error ?? late.toast).toBeTruthy();

    await serviceLi.replies(posted, '已约客户今天下午两点上门');
    expect(repLin.card('已约客户').text).toContain('李娜');

    const answered = await serviceLi.taps(posted, 'feedback.answer', { answer: '更换了排水管，已试机两小时' });
    expect(answered).toMatchObject({ toast: { type: 'success' } });
    const due = repLin.caseCard('FB-1');
    expect(due.text).toMatch(/FB-1[\s\S]*待回复客户[\s\S]*更换了排水管/);
    expect(world.again(draft).text).toContain('请看 FB-1 的最新卡片');
    expect(repLin.wall().at(-1)).toMatchObject({ card: null, text: expect.stringContaining('更换了排水管') });

    const told = { told_customer: '排水管已更换，给您添麻烦了', satisfaction: 'satisfied', customer_words: '挺快的' };
    const closed = await repLin.taps(draft, 'feedback.close', told);
    expect(closed).toMatchObject({ toast: { type: 'success' } });
    expect(world.again(due).text).toContain('已归档');
    expect(world.again(posted).text).toMatch(/已归档[\s\S]*客户说：“挺快的”/);
  });
});
