import { PRIORITIES } from '../../src/domain/feedback/model';
import { subjectIn } from '../../src/domain/feedback/subject';
import type { RegisterEntry } from '../../src/domain/registers/register';
import { HOUR } from '../../src/domain/time';
import { caseRow } from '../feedback/case-line';
import { entryCard } from '../registers/entry-card';
import { nearNamesCard, registerHintCard } from '../registers/near-card';
import { registerOverviewCard } from '../registers/overview-card';
import { pickEntryCard } from '../registers/pick-card';
import { type SheetOffer, sheetCard } from '../registers/sheet-card';
import type { Locale } from '../texts/texts';
import { type Entry, type Section, title } from './entry';
import { BEGAN } from './sample-case';
import type { SampleOffice } from './sample-office';

const WORDS: Record<Locale, { region: string; alias: string; person: string; post: string; product: string }> = {
  'zh-CN': { region: '华东', alias: '明川', person: '何经理', post: '采购', product: '封口机 FK350' },
  'en-US': {
    region: 'East',
    alias: 'Mingchuan',
    person: 'Ms He',
    post: 'Purchasing',
    product: 'Sealing machine FK350',
  },
};

function sampleEntry({ words, ctx }: SampleOffice): RegisterEntry {
  const { region, alias, person, post } = WORDS[ctx.texts.locale];
  const contacts = [{ name: person, phone: '138 0013 8000', post }];
  return {
    ...{
      id: 4,
      register: 'customers',
      key: 'C1004',
      name: words.customer,
      aliases: [alias],
      learned: [],
      formerKeys: [],
    },
    ...{ rep: 'ou_rep', region, class: 'A', contacts },
    ...{ activeFrom: '2019-03-01', activeUntil: null, version: 3 },
  };
}

function cards(office: SampleOffice): Entry[] {
  const { ctx, words } = office;
  const entry = sampleEntry(office);
  const rows = (['handling', 'answered', 'closed'] as const).map((status, at) =>
    caseRow(
      {
        ...{
          id: 31 - at,
          customer: entry.name,
          subject: subjectIn(words.words, words.customer),
          priority: PRIORITIES[at] ?? 'normal',
          status,
        },
        ...{ department: 'after_sales', holderId: 'ou_worker', dueAt: status === 'closed' ? null : BEGAN + 5 * HOUR },
        snippet: '',
      },
      ctx,
    ),
  );
  const view = { entry, masked: false, records: { rows, total: 8 }, mayMerge: true, by: 'ou_clerk' };
  const product = {
    ...entry,
    register: 'products' as const,
    key: 'P-08',
    name: WORDS[ctx.texts.locale].product,
    contacts: [],
    aliases: ['FK350'],
  };
  const proposed = words.customers.slice(2, 5).map((name, at) => ({ id: at + 1, name, count: 3 - at }));
  const near = words.customers.slice(0, 3).map((name, at) => ({ id: at + 1, name }));
  const pick = { register: 'customers' as const, id: 1, name: words.customer, candidates: near, missed: null };
  const offer: SheetOffer = {
    ...{ register: 'customers', id: 1, message: 'om_1', counts: { created: 112, updated: 6, unchanged: 294 } },
    faults: [
      { line: 7, column: 'name', fault: 'missing', other: '' },
      { line: 31, column: 'active_until', fault: 'not_a_date', other: '' },
      { line: 58, column: 'aliases', fault: 'taken', other: entry.name },
    ],
    ...{ more: 0, leftOut: 3, unknownReps: [words.names.ou_lead ?? ''], most: null, isDone: false },
  };
  return [
    ['registers-entry-whole', title('一位客户', 'A customer'), entryCard(view, ctx)],
    [
      'registers-entry-masked',
      title('一位客户，别人看到的', 'A customer, as others see it'),
      entryCard({ ...view, masked: true, mayMerge: false, records: { rows: [], total: 0 }, by: 'ou_rep' }, ctx),
    ],
    [
      'registers-entry-over',
      title('往来已经结束', 'A customer of former days'),
      entryCard({ ...view, entry: { ...entry, activeUntil: '2025-12-31' }, records: { rows, total: 3 } }, ctx),
    ],
    [
      'registers-entry-product',
      title('一个产品', 'A product'),
      entryCard({ ...view, entry: product, records: null }, ctx),
    ],
    [
      'registers-near-some',
      title('名字差不多的', 'Similar names'),
      nearNamesCard({ register: 'customers', typed: words.customer, near, takes: 'om_1' }, ctx),
    ],
    [
      'registers-near-none',
      title('名单里没有', 'A name that is not known'),
      nearNamesCard({ register: 'customers', typed: words.customer, near: [], takes: 'om_1' }, ctx),
    ],
    ['registers-near-hint', title('只写了“客户”', 'The word alone'), registerHintCard('customers', ctx)],
    [
      'registers-overview-waiting',
      title('客户名单，有名字等着定', 'The customers, names wait'),
      registerOverviewCard({ register: 'customers', count: 412, total: 12, proposed }, ctx),
    ],
    [
      'registers-overview-empty',
      title('还没有名单', 'No list yet'),
      registerOverviewCard({ register: 'projects', count: 0, total: 0, proposed: [] }, ctx),
    ],
    ['registers-pick-alias', title('是谁的别名', 'Whose alias'), pickEntryCard({ what: 'alias', ...pick }, ctx)],
    [
      'registers-pick-merge',
      title('合并到哪一个', 'Merge into which'),
      pickEntryCard({ what: 'merge', ...pick, candidates: [], missed: words.searched }, ctx),
    ],
    ['registers-sheet-offer', title('导入前核对', 'Before an import'), sheetCard(offer, ctx)],
    [
      'registers-sheet-same',
      title('没有变化', 'Nothing new'),
      sheetCard(
        { ...offer, counts: { created: 0, updated: 0, unchanged: 412 }, faults: [], leftOut: 0, unknownReps: [] },
        ctx,
      ),
    ],
    [
      'registers-sheet-long',
      title('行数太多', 'Too many rows'),
      sheetCard({ ...offer, faults: [], leftOut: 0, most: 5000 }, ctx),
    ],
    ['registers-sheet-done', title('导入完成', 'Imported'), sheetCard({ ...offer, isDone: true }, ctx)],
  ];
}

export const REGISTERS_SECTION: Section = {
  group: title('客户、产品、项目', 'Customers, products, projects'),
  entries: cards,
};
