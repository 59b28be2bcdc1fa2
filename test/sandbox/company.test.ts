import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { CUSTOMERS, GROUPS, PEOPLE, SAMPLE_COMPANY } from '../../sandbox/company';
import { parseOrgFile } from '../../src/config/org-file';
import { startWorld } from './platform/world';

const HAN = /\p{Script=Han}/u;
const orgIn = (name: string) => parseOrgFile(readFileSync(path.join(__dirname, '..', '..', 'sandbox', name), 'utf8'));

test('everybody in the sample company has an English name and role, and so has every group', () => {
  for (const { english } of Object.values({ ...PEOPLE, ...CUSTOMERS })) {
    expect(Object.values(english ?? { name: '汉' }).filter((word) => word === '' || HAN.test(word))).toEqual([]);
  }
  const others = [SAMPLE_COMPANY.bot.english, ...Object.values(GROUPS).map((group) => group.english)];
  expect(others.filter((name) => name === undefined || HAN.test(name))).toEqual([]);
});

test('the English organisation is the Chinese one in other words', () => {
  const [zh, en] = [orgIn('org.yaml'), orgIn('org-en.yaml')];
  const bones = ({ departments = [], ...rest }: typeof zh) => ({
    ...rest,
    departments: departments.map(({ name: _name, keywords: _keywords, ...department }) => department),
  });
  expect(bones(en)).toEqual(bones(zh));
  expect(en.departments?.map(({ name }) => name)).toEqual(['After-sales', 'Quality', 'Logistics']);
});

test('an English bot reads English names of people and groups', async () => {
  const world = await startWorld();
  const { repLin } = PEOPLE;
  const named = async (route: string) => (await world.call('GET', route)).data;
  try {
    world.feishu.writeNamesIn('en-US');
    expect(await named(`/contact/v3/users/${repLin.id}?user_id_type=open_id`)).toMatchObject({
      user: { name: 'Lin Xiao', job_title: 'Sales rep' },
    });
    expect(await named(`/im/v1/chats/${GROUPS.quality.id}`)).toMatchObject({ name: 'Quality' });
    world.feishu.writeNamesIn('zh-CN');
    expect(await named(`/im/v1/chats/${GROUPS.quality.id}`)).toMatchObject({ name: '品质部' });
  } finally {
    await world.stop();
  }
});
