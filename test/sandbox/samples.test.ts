import { readdirSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';
import { PEOPLE } from '../../sandbox/company';
import type { SampleView } from '../../sandbox/page-contract';
import { SAMPLES } from '../../sandbox/samples';
import { type SampleFile, sampleFile } from '../../sandbox/samples/sample-file';
import { startWorld } from './platform/world';

const NOW = Date.parse('2026-11-02T17:30:00+08:00');
const FORMS: Record<SampleView['form'], string> = {
  text: 'text',
  post: 'post',
  image: 'image',
  file: 'file',
  audio: 'audio',
  video: 'media',
  merged: 'merge_forward',
  location: 'location',
  card: 'interactive',
  burst: 'text',
};

describe('the tray', () => {
  let world: Awaited<ReturnType<typeof startWorld>>;
  beforeAll(async () => {
    world = await startWorld();
  });
  afterAll(() => world.stop());

  test('has a sample of every kind, with short titles', () => {
    expect(new Set(SAMPLES.map(({ form }) => form))).toEqual(new Set(Object.keys(FORMS)));
    expect(new Set(SAMPLES.map(({ id }) => id)).size).toBe(SAMPLES.length);
    for (const { title, preview } of SAMPLES) {
      expect([...title].length).toBeLessThanOrEqual(14);
      expect([...preview].length).toBeLessThanOrEqual(24);
      expect(preview).not.toBe('');
    }
  });

  test.each(SAMPLES.map((sample) => [sample.id, sample] as const))(
    '%s reaches the bot as what it is',
    async (_id, sample) => {
      const before = world.bot.received.length;
      for (const content of sample.contents(NOW)) await world.feishu.send(PEOPLE.repLin.id, { bot: true }, content);
      const events = world.bot.received.slice(before).map(({ body }) => body.event.message);
      expect(events[0].message_type).toBe(FORMS[sample.form]);
      if (sample.form === 'burst') expect(events.length).toBeGreaterThan(2);
    },
  );
});

test('a customer has two matters, a conversation comes as one text, and a greeting is nothing but that', () => {
  const textOf = (id: string) => {
    const [content] = SAMPLES.find((sample) => sample.id === id)?.contents(NOW) ?? [];
    return content?.type === 'text' ? content.text : '';
  };
  expect(['complaint', 'again'].every((id) => textOf(id).startsWith('宏达商贸钱经理'))).toBe(true);
  expect(textOf('pasted').match(/^.+:\n/gm)).toHaveLength(4);
  expect(textOf('greeting')).toBe('你好');
});

test('a merged forward keeps senders and times, and may hold another merged forward', () => {
  const [bundle] = SAMPLES.find(({ id }) => id === 'nested')?.contents(NOW) ?? [];
  if (bundle?.type !== 'merge_forward') throw new Error('no bundle');
  const times = bundle.children.map(({ at = 0 }) => at);
  expect(times).toEqual(times.toSorted());
  expect(times.every((at) => at < NOW && at > NOW - 24 * 3_600_000)).toBe(true);
  expect(bundle.children.map(({ content }) => content.type)).toContain('merge_forward');
});

test('the defect list is a workbook with numbers as numbers', () => {
  const files = unzipSync(sampleFile('defect-list.xlsx'));
  expect(Object.keys(files)).toContain('[Content_Types].xml');
  expect(strFromU8(files['xl/workbook.xml'] as Uint8Array)).toContain('name="不良清单"');
  const sheet = strFromU8(files['xl/worksheets/sheet1.xml'] as Uint8Array);
  expect(sheet).toContain('<c><v>12</v></c><c t="inlineStr"><is><t>外箱有压痕</t></is></c>');
});

test('every other file of the samples is a small picture of one size', () => {
  const folder = path.join(__dirname, '..', '..', 'sandbox', 'samples', 'files');
  const pictures = readdirSync(folder).filter((name) => name !== 'defect-list.xlsx');
  expect(pictures).toHaveLength(5);
  for (const name of pictures) {
    const bytes = sampleFile(name as SampleFile);
    expect(bytes.subarray(1, 4).toString()).toBe('PNG');
    expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([280, 210]);
    expect(bytes.length).toBeLessThan(20_000);
  }
});
