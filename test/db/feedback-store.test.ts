import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { FeedbackQuery } from '../../src/db/feedback-query';
import { FeedbackStore } from '../../src/db/feedback-store';
import type { Feedback, Source, Status } from '../../src/domain/feedback/model';
import { HOUR } from '../../src/domain/time';
import { DIALECTS } from '../databases';
import { at, feedback } from '../domain/feedback/fixtures';
import { openStores, outcomesOf, type Stores } from './stores';

const said = (text: string, overrides: Partial<Source> = {}): Source => ({
  messageId: 'om_1',
  form: 'text',
  text,
  sentAt: at('08:59'),
  recalledAt: null,
  attachments: [],
  ...overrides,
});

const LONG = '漏水😀'.repeat(1250);

/** Every field is set, to values that a careless column would spoil. */
const FULL: Feedback = {
  ...feedback('closed'),
  nextReminderAt: at('23:59', '2099-12-31'),
  sources: [
    said(`${LONG}\u0000"\\'%_!\n`, {
      recalledAt: at('09:01'),
      attachments: [
        { kind: 'image', key: 'img_1', name: '漏水 👨‍👩‍👧.png', messageId: 'om_1', keptKey: 'img_2', lost: false },
        { kind: 'file', key: 'file_1', name: '', messageId: 'om_1', keptKey: null, lost: true },
      ],
    }),
  ],
  lastSourceAt: at('08:59'),
  customer: '海风公司 🌊 "Sea\\Wind" \'; DROP TABLE feedback; --',
  contact: ' 138 1234 5678 ',
  channel: 'wechat',
  kind: 'complaint',
  category: 'after_sales',
  department: 'quality',
  priority: 'urgent',
  note: LONG,
  guessedFrom: { kind: ['漏'], category: [], department: ['维修'], priority: ['😡'] },
  submittedAt: at('09:00'),
  dueAt: at('09:00') + 24 * HOUR,
  cycle: 3,
  overdue: true,
  remindedAt: at('21:00'),
  lastUrgedAt: at('10:00'),
  instruction: '今天内上门\r\n\t务必',
  instructedBy: 'ou_manager',
  instructedAt: at('09:05'),
  transferReason: '属质量问题',
  transferredFrom: 'after_sales',
  questions: [{ at: at('09:30'), by: 'ou_member', question: LONG, info: null, answeredAt: null }],
  notes: [{ at: at('09:40'), by: 'ou_rep', from: 'rep', department: null, text: '<at id=all></at>' }],
  extension: { reason: '等配件', until: at('09:00', '2026-11-27'), by: 'ou_member', at: at('10:00') },
  answer: LONG,
  cause: 'cause',
  prevention: '防止再发生',
  answeredBy: 'ou_member',
  answeredAt: at('11:00'),
  toldCustomer: '已更换',
  satisfaction: 'unsatisfied',
  customerWords: '还行吧…',
  goodwill: '¥50 券',
  closedBy: 'ou_rep',
  closedAt: at('12:00'),
  reason: '又漏了',
  heldSince: at('11:59'),
  lastMove: { what: 'close', by: 'ou_rep', at: at('12:00') },
};

describe.each(DIALECTS)('feedback on %s', (dialect) => {
  let stores: Stores;
  const within = <T>(work: (store: FeedbackStore) => Promise<T>): Promise<T> =>
    stores.inTransaction((tx) => work(new FeedbackStore(tx)));
  const insert = (status: Status, overrides: Partial<Feedback> = {}) =>
    within((store) => store.insert({ ...feedback(status, overrides), id: 0 }));

  beforeAll(async () => {
    stores = await openStores(dialect);
  });
  afterAll(() => stores.close());

  test.each<[string, Feedback]>([
    ['with every field set', FULL],
    ['with every field empty', { ...feedback('draft'), lastSourceAt: null, sources: [] }],
  ])('a record comes back as it was stored, %s', async (_name, record) => {
    const inserted = await within((store) => store.insert({ ...record, id: 0 }));
    expect(inserted).toEqual({ ...record, id: expect.any(Number) });
    expect(await within((store) => store.get(inserted.id))).toEqual(inserted);

    const changed = { ...inserted, version: inserted.version + 1, overdue: !inserted.overdue, department: null };
    await within((store) => store.save(changed));
    expect(await within((store) => store.get(inserted.id))).toEqual(changed);
  });

  test('a NUL is dropped, and the text after it stays', async () => {
    const { id } = await insert('assigned', { customer: 'before\0after', note: '\0' });
    const stored = await within((store) => store.get(id));
    expect(stored?.customer.replaceAll('\0', '')).toBe('beforeafter');
    expect(await within((store) => store.find({ words: 'after' }, 10))).toContainEqual(stored);
  });

  test('the longest text of every kind fits, and is still found', async () => {
    const most = '漏'.repeat(19_990);
    const { id } = await insert('assigned', {
      sources: [said(`首词${most}`), said('😀'.repeat(10_000)), said(most)],
      customer: '客'.repeat(5000),
      note: '😀'.repeat(2500),
      answer: '答'.repeat(5000),
    });
    expect((await within((store) => store.get(id)))?.sources.map(({ text }) => text.length)).toEqual([
      19_992, 20_000, 19_990,
    ]);
    expect((await within((store) => store.find({ words: '首词' }, 10))).map((found) => found.id)).toEqual([id]);
  });

  test('if two save the same version, one is told that the record is stale', async () => {
    const { id } = await insert('assigned');
    const [mine, theirs] = await Promise.all([within((s) => s.get(id)), within((s) => s.get(id))]);
    const next = (record: Feedback | null, note: string) =>
      ({ ...record, version: (record?.version ?? 0) + 1, note }) as Feedback;
    const outcomes = await outcomesOf([
      within((store) => store.save(next(mine, 'mine'))),
      within((store) => store.save(next(theirs, 'theirs'))),
    ]);
    expect(outcomes).toEqual({ done: 1, codes: ['stale_record'] });
    const stored = await within((store) => store.get(id));
    expect(stored?.version).toBe((mine?.version ?? 0) + 1);
    await expect(within((store) => store.save(next(mine, 'late')))).rejects.toMatchObject({ code: 'stale_record' });
    await expect(within((store) => store.save({ ...next(stored, ''), id: 9999 }))).rejects.toMatchObject({
      code: 'stale_record',
    });
    expect((await within((store) => store.get(id)))?.note).toBe(stored?.note);
  });

  test('text written later is found, overwritten text is not', async () => {
    const record = await insert('handling', { note: '先前的话' });
    const note = { at: at('10:00'), by: 'ou_a', from: 'rep' as const, department: null, text: '后来的话' };
    await within((store) => store.save({ ...record, version: record.version + 1, note: '', notes: [note] }));
    const found = async (words: string) => (await within((store) => store.find({ words }, 10))).map(({ id }) => id);
    expect(await found('后来的话')).toEqual([record.id]);
    expect(await found('先前的话')).toEqual([]);
  });

  describe('finding', () => {
    const ids: Record<string, number> = {};
    const find = async (query: FeedbackQuery, limit = 10) =>
      (await within((store) => store.find({ ...query, before: query.before ?? 1_000_000 }, limit))).map(({ id }) => id);

    beforeAll(async () => {
      await stores.close();
      stores = await openStores(dialect);
      const add = async (name: string, status: Status, overrides: Partial<Feedback>) => {
        ids[name] = (await insert(status, overrides)).id;
      };
      await add('leak', 'assigned', {
        sources: [said('刚装的空调漏水，地板都泡了，请尽快派人维修')],
        customer: 'Sea Wind Ltd',
        contact: '138 1234 5678',
        dueAt: at('12:00'),
      });
      await add('price', 'handling', {
        sources: [said('报价单 50%_OFF! 有误'), said('收回的话', { recalledAt: at('09:00') })],
        customer: 'ÉCLAIR GmbH',
        department: 'quality',
        repId: 'ou_Rep',
        claimedBy: 'ou_other',
        dueAt: at('18:00'),
      });
      await add('closed', 'closed', {
        sources: [said('50 OFF，50%aOFF')],
        customer: '海风公司',
        note: '备注里的词',
        answer: '更换了排水管',
        dueAt: null,
      });
    });

    test.each<[string, FeedbackQuery, string[]]>([
      ['nothing asked', {}, ['closed', 'price', 'leak']],
      ['a status', { status: ['assigned'] }, ['leak']],
      ['several statuses', { status: ['assigned', 'closed'] }, ['closed', 'leak']],
      ['a department', { department: 'quality' }, ['price']],
      ['a rep', { repId: 'ou_rep' }, ['closed', 'leak']],
      ['a rep whose id differs in case alone', { repId: 'ou_Rep' }, ['price']],
      ['who claimed it', { claimedBy: 'ou_member' }, ['closed']],
      ['due at or before', { dueBefore: at('12:00') }, ['leak']],
      ['due a moment earlier', { dueBefore: at('12:00') - 1 }, []],
      ['all at once', { status: ['handling'], department: 'quality', repId: 'ou_Rep', words: '报价' }, ['price']],
      ['two characters inside a sentence', { words: '漏水' }, ['leak']],
      ['two words, both', { words: '空调 维修' }, ['leak']],
      ['two words, one missing', { words: '空调 报价' }, []],
      ['the customer, whatever the case', { words: 'SEA wind' }, ['leak']],
      ['the note', { words: '备注里' }, ['closed']],
      ['the answer', { words: '排水管' }, ['closed']],
      ['a capital that has an accent', { words: 'éclair' }, ['price']],
      ['a full-width form', { words: 'ｓｅａ　ｗｉｎｄ' }, ['leak']],
      ['a number that is written with blanks', { words: '13812345678' }, ['leak']],
      ['the number it goes by', { words: 'FB-1' }, ['leak']],
      ['that number, and a word that is elsewhere', { words: '#1 报价' }, []],
      ['what was recalled', { words: '收回' }, []],
      ['a percent sign means itself', { words: '50%_' }, ['price']],
      ['nothing but a percent sign', { words: '%' }, ['closed', 'price']],
      ['an underscore means itself', { words: '_off' }, ['price']],
      ['the escape means itself', { words: 'off!' }, ['price']],
      ['a backslash means itself', { words: '\\' }, []],
      ['a quote is only a character', { words: "' OR 1=1 --" }, []],
      ['blanks alone ask nothing', { words: '  ' }, ['closed', 'price', 'leak']],
    ])('by %s', async (_name, query, expected) => {
      expect(await find(query)).toEqual(expected.map((name) => ids[name]));
    });

    test('page after page', async () => {
      const first = await find({}, 2);
      expect(first).toEqual([ids.closed, ids.price]);
      expect(await find({ before: first[1] as number }, 2)).toEqual([ids.leak]);
    });
  });

  test('due reminders come in order, up to the limit; records without a reminder never', async () => {
    const later = await insert('assigned', { nextReminderAt: at('11:00') });
    const sooner = await insert('assigned', { nextReminderAt: at('10:59') });
    await insert('assigned', { nextReminderAt: at('11:00') + 1 });
    await insert('closed', { nextReminderAt: null });
    const due = (limit: number) => within((store) => store.dueForReminder(at('11:00'), limit));
    expect(await due(10)).toEqual([sooner.id, later.id]);
    expect(await due(1)).toEqual([sooner.id]);
  });

  test('the latest draft of a rep is the one that got the latest message', async () => {
    await insert('draft', { repId: 'ou_a', lastSourceAt: at('09:00') });
    const latest = await insert('draft', { repId: 'ou_a', lastSourceAt: at('09:02') });
    await insert('draft', { repId: 'ou_a', lastSourceAt: at('09:01') });
    await insert('draft', { repId: 'ou_a', lastSourceAt: null });
    await insert('discarded', { repId: 'ou_a', lastSourceAt: at('09:03') });
    await insert('draft', { repId: 'ou_A', lastSourceAt: at('09:04') });
    expect(await within((store) => store.latestDraftOf('ou_a'))).toEqual(latest);
    expect(await within((store) => store.latestDraftOf('ou_nobody'))).toBeNull();
  });

  test('the digest counts open cases, and yesterday’s new and closed ones up to midnight', async () => {
    await stores.close();
    stores = await openStores(dialect);
    const [start, end] = [at('00:00', '2026-11-23'), at('00:00')];
    const open = await insert('handling', { submittedAt: start, dueAt: end });
    await insert('waiting', { submittedAt: end - 1, dueAt: end + 1 });
    await insert('draft', { submittedAt: null });
    await insert('closed', { submittedAt: end, closedAt: start - 1 });
    const first = await insert('closed', { submittedAt: start - 1, closedAt: start });
    const last = await insert('closed', { submittedAt: start - 1, closedAt: end - 1 });
    await insert('closed', { submittedAt: start - 1, closedAt: end });
    await insert('assigned', { submittedAt: end, closedAt: start });
    const [lines, closed, submitted, drafts, counts] = await Promise.all([
      within((store) => store.openLines()),
      within((store) => store.closedBetween(start, end)),
      within((store) => store.submittedBetween(start, end)),
      within((store) => store.draftCounts()),
      within((store) => store.openCounts(end)),
    ]);
    expect(lines.map(({ status }) => status)).toEqual(['handling', 'waiting', 'assigned']);
    const { id, status, kind, customer, department, repId, claimedBy, dueAt: deadlineAt, closedAt } = open;
    expect(lines[0]).toMatchObject({ id, status, kind, customer, department, repId, claimedBy, deadlineAt, closedAt });
    expect(closed.map((line) => line.id)).toEqual([first.id, last.id]);
    expect(submitted.map(({ status }) => status)).toEqual(['handling', 'waiting']);
    expect(drafts).toEqual({ ou_rep: 1 });
    expect(counts).toEqual({ open: 3, overdue: 1 });
  });
});
