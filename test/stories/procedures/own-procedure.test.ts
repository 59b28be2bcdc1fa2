import path from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import { PEOPLE } from '../../../sandbox/company';
import { loadProcedures } from '../../../src/config/procedures/load-procedures';
import { DIALECTS } from '../../databases';
import { World } from '../../world';

let world: World;
afterEach(() => world.stop());

/** What a company drops into its PROCEDURES_DIR: 用车申请. */
const OWN = loadProcedures([path.join(__dirname, '..', '..', '..', 'procedures', 'examples')], { ladders: [] });

describe.each(DIALECTS)('a company’s own procedure, on %s', (dialect) => {
  test('runs with cards, reminders, list and document, without a line of code', async () => {
    const positions = { admin_office: [PEOPLE.clerk.id] };
    world = await World.start({ dialect, procedures: OWN, org: { positions } });
    const { repLin, serviceLead, clerk } = world.people;
    await repLin.says('用车申请');
    await world.settle();
    const form = {
      department: 'after_sales',
      purpose: '拜访客户',
      destination: '苏州',
      from: '2026-11-25 09:00',
      to: '2026-11-25 18:00',
    };
    await repLin.taps(repLin.card('用车申请'), '填其他项');
    await repLin.taps(repLin.card('用车部门'), 'record.submit', form);
    expect(serviceLead.card('苏州').text).toContain('YC-2026-001');
    await serviceLead.taps(serviceLead.card('苏州'), '同意');
    await clerk.taps(clerk.card('苏州'), 'record.approve', { plate: '沪A12345' });

    // The car is back: the stage opens on the day of the trip, and is due a workday later.
    await world.passes('24h', '1h');
    await world.passes('25h', '1h');
    expect(repLin.card('苏州').text).toContain('到期');
    await repLin.says('待办');
    await world.settle();
    expect(repLin.wall().at(-1)?.text).toContain('苏州');
    await repLin.says('打印 YC-2026-001');
    await world.settle();
    const printed = repLin.wall().findLast(({ type }) => type === 'file')?.content as { file_key: string } | undefined;
    const { name, bytes } = world.feishu.file(printed?.file_key ?? '') ?? { name: '', bytes: Buffer.alloc(0) };
    expect(name).toMatch(/^YC-2026-001 用车申请\.(?:docx|pdf)$/);
    expect(bytes.length).toBeGreaterThan(3000);
    const returned = { returned_on: '2026-11-25 17:30', mileage: '212', condition: 'good' };
    await repLin.taps(repLin.card('已还车'), 'record.submit', returned);
    await repLin.says('#YC-2026-001');
    await world.settle();
    expect(repLin.wall().at(-1)?.text).toContain('212');
  });
});
