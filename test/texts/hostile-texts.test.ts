import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { doubtfulCard } from '../../cards/desk/asking-cards';
import { type DigestCase, digestRow } from '../../cards/feedback/digest-row';
import { timelineWords } from '../../cards/feedback/timeline-lines';
import { renderWall } from '../../cards/feedback/wall-card';
import { mask, maskContact } from '../../cards/kit/mask';
import { hiddenDigits } from '../../cards/kit/masks/hidden-digits';
import { plainCopy } from '../../cards/kit/masks/plain-copy';
import { plainLines } from '../../cards/kit/plain-lines';
import { clean, cut, oneLine } from '../../cards/kit/plain-text';
import { readCategories, readDepartment, readPeople, readTimes } from '../../src/config/setup-forms';
import { courtesyIn, isShort } from '../../src/domain/courtesies';
import { isPassedOn } from '../../src/domain/feedback/attachments';
import { channelIn, contactIn, customerIn } from '../../src/domain/feedback/intake/customer-hints';
import { occurrences } from '../../src/domain/feedback/intake/keyword-hits';
import { guess } from '../../src/domain/feedback/intake/prefill-rules';
import { folded, searchTextOf, snippetOf, wordsIn } from '../../src/domain/feedback/search';
import { shareable } from '../../src/domain/feedback/shareable';
import { isBlank } from '../../src/domain/fields';
import { keptItems, textOfItems } from '../../src/domain/merged-forward';
import { meansSetup, nearWord } from '../../src/domain/near-words';
import { namesNumber } from '../../src/domain/number-names';
import { readHolidayLines } from '../../src/domain/org/holiday-lines';
import { readSetupWord } from '../../src/domain/org/setup-word';
import { readDuration, readKey, readName, readQuietHours } from '../../src/domain/org/values';
import { rowsFromText } from '../../src/domain/procedure/rows';
import { branchIn, foldedName, stemOf } from '../../src/domain/registers/folding';
import { coresIn } from '../../src/domain/registers/match';
import { readRegisterWord } from '../../src/domain/registers/register-words';
import { readRows } from '../../src/domain/registers/rows';
import { readRegisterSheet } from '../../src/domain/registers/sheet';
import { normalised } from '../../src/domain/text/normalised-text';
import { wellFormed } from '../../src/domain/text/well-formed';
import { parsePickedTime } from '../../src/domain/time';
import { parseWord } from '../../src/domain/words';
import { readMarkdown } from '../../src/feishu/markdown-text';
import { readMentions } from '../../src/feishu/mentions';
import { readContent } from '../../src/feishu/message-content';
import { answerIn } from '../../src/workflows/feedback/thread-answer';
import { context, feedback, ORG, source, T0 } from '../cards/samples';
import { AD_PLAN } from '../documents/sample-definitions';

const ctx = context('zh-CN');
const HUNG = { retired: false };
const NOBODY = readMentions([], 'ou_bot');
const SOMEBODY = readMentions([{ key: '@_user_1', name: '李娜', id: { open_id: 'ou_1' } }], 'ou_bot');
const STATE = { org: ORG, version: 1, file: {}, said: {}, found: {}, gone: new Set<string>() } as never;
const item = (text: string) => ({ by: 'ou_1', speaker: text, at: T0, form: 'text', text, attachments: [] });
const content = (form: string, inside: object) => readContent(form, JSON.stringify(inside), SOMEBODY);
const post = (node: object) => content('post', { content: [[node]] });

/** Every function that reads what people type, by its name. A new one gets a row. */
const READERS: Record<string, (text: string) => unknown> = {
  'readContent of a text': (text) => content('text', { text }),
  'readContent of rich text': (text) => post({ tag: 'text', text, un_escape: true }),
  'readContent of markdown': (text) => post({ tag: 'md', text }),
  'readContent of an unknown form': (text) => readContent('hologram', text, NOBODY),
  readMarkdown,
  wellFormed: (text) => wellFormed({ text }),
  keptItems: (text) => keptItems([item(text)]),
  textOfItems: (text) => textOfItems([item(text)]),
  isBlank,
  normalised,
  parseWord,
  foldedName,
  branchIn,
  stemOf,
  coresIn,
  readRegisterWord,
  readRows: (text) => readRows([{ key: text, name: text, aliases: [text], contacts: [{ name: text, phone: text }] }]),
  readRegisterSheet: (text) =>
    readRegisterSheet([
      ['客户名称', '别名', text],
      [text, text, text],
    ]),
  nearWord,
  meansSetup,
  readSetupWord,
  courtesyIn,
  isShort,
  answerIn: (text) => answerIn(text, ['李娜', '李']),
  guess: (text) => guess(text, ORG),
  customerIn,
  contactIn,
  channelIn,
  occurrences: (text) => occurrences(text, ['空调', 'a', '漏 ']),
  namesNumber,
  'isPassedOn of a merged forward': (text) => isPassedOn(source('', { inside: [item(text)], leftOut: 1 })),
  folded,
  wordsIn,
  searchTextOf: (text) => searchTextOf(feedback('closed', { customer: text, contact: text, sources: [source(text)] })),
  snippetOf: (text) => snippetOf(feedback('closed', { sources: [source(text)] }), wordsIn(text)),
  rowsFromText: (text) => rowsFromText(AD_PLAN.fields.items as never, text, { year: 2026, locale: 'zh' }),
  readHolidayLines: (text) => readHolidayLines(text, 2027),
  readDuration,
  readQuietHours,
  readKey,
  readName,
  parsePickedTime: (text) => parsePickedTime(text, 'Asia/Shanghai'),
  'readDepartment of a form': (text) => readDepartment(STATE, null, { name: text, keywords: text, categories: text }),
  'readCategories of a form': (text) => readCategories(STATE, { categories: text }, {}),
  'readPeople of a form': (text) => readPeople(STATE, { clerks: text, managers: text, admins: text }),
  'readTimes of a form': (text) => readTimes(STATE, { reply_within: text, quiet_hours: text, remind_before: text }),
  clean,
  cut: (text) => cut(text, 2000),
  oneLine: (text) => oneLine(text, 200),
  plainCopy,
  hiddenDigits,
  mask,
  maskContact,
  shareable: (text) => shareable(text, ['李娜（售后）', 'Li Na'], '同事'),
  'a row of the digest': (text) =>
    digestRow(
      { ...feedback('handling', { customer: text, subject: text }), holderId: null } as DigestCase,
      { id: 'ou_boss', audience: 'office', isFirst: true },
      ctx,
    ),
  'a line of the timeline': (text) => timelineWords([{ at: T0, actorId: null, what: 'note', detail: { text } }], ctx),
  'the card of a draft': (text) =>
    plainLines(renderWall(feedback('draft', { sources: [source(text)] }), 'rep', ctx, HUNG)),
  'the card of a department': (text) =>
    renderWall(feedback('handling', { customer: text, note: text, sources: [source(text)] }), 'after_sales', ctx, HUNG),
  'the card about a doubtful text': (text) => doubtfulCard({ typed: text, takes: { messageId: 'om_1' } } as never, ctx),
};

/** What patterns and splitters stumble over, repeated: opened and never closed, nearly a match, blank or invisible. */
const FRAGMENTS = [
  ...[
    '[',
    '![',
    '[a](',
    '<at ',
    '<b',
    '**a ',
    '~~',
    '| ',
    '|-',
    '`',
    '# ',
    '> ',
    '&amp',
    '@_user_1 ',
    '@李娜 ',
    '{',
    '\\',
  ],
  ...[
    ' ',
    '\t',
    '\n',
    ' \n',
    '\r',
    '\u3000',
    '\u200B',
    '\u200D',
    '\u00AD',
    '\uFFFD',
    '\uD83D',
    '😀',
    '\u0301',
    'ﷺ',
    '㎜',
  ],
  ...[
    'a',
    'A1',
    'a@',
    'a@a-',
    'a.',
    '.a',
    'x_',
    'wx',
    '-',
    '--',
    '_',
    '/',
    '(',
    '（内部',
    '【',
    '内部：',
    '，',
    '。',
    '!',
    '…',
  ],
  ...[
    '1',
    '1 ',
    '138 ',
    '138 1234-5678 ',
    '13800138000 ',
    '010-',
    '+86 ',
    '+1-',
    '0',
    '1.',
    '12月',
    '2月5日至',
    '2027-',
    'feb 1 ',
  ],
  ...[
    '电话',
    '电话 ',
    '微信 ',
    '单号',
    '身份证',
    '客户',
    '客户：',
    '王',
    '公司',
    '李娜、',
    '处理结果',
    '空调',
    '漏 ',
    '天',
    '小时',
  ],
];
const UNITS = fc.constantFrom(...FRAGMENTS);

/** One fragment, or up to four in a row, with another one in front and behind. */
const HOSTILE = fc.tuple(
  fc.option(UNITS, { nil: '' }),
  fc.array(UNITS, { minLength: 1, maxLength: 4 }).map((units) => units.join('')),
  fc.option(UNITS, { nil: 'x' }),
);
const EACH_ALONE = FRAGMENTS.map((unit): [[string, string, string]] => [['', unit, 'x']]);

/** As many bytes as a message of Feishu may have. */
const LONGEST = 150_000;

function filled([before, unit, after]: [string, string, string], bytes: number): string {
  return before + unit.repeat(Math.ceil(bytes / Buffer.byteLength(unit))) + after;
}

/** Milliseconds of processor time, which other programs on the machine do not lengthen much. */
function cpuMs(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** The least of several: whatever else the processor did only adds to it. */
const leastMs = (work: () => unknown) => Math.min(...Array.from({ length: 3 }, () => cpuMs(work)));

/** So short a time for a sixteenth of the text makes less than the limit for all of it, unless it grows with the cube. */
const UNDOUBTED_MS = 1;
/** A quarter of the text takes four times as long as a sixteenth; sixteen times would be quadratic. */
const PLAINLY_LINEAR = 7;
/** Nobody notices less, and shorter times say little about how they grow. */
const NOTICEABLE_MS = 150;
const LIMIT_MS = 1_000;
/** Four times the text takes about four times as long; sixteen times would be quadratic. */
const MOST_TIMES_AS_LONG = 10;

describe('a hostile text takes no more time than its length asks for', () => {
  test.each(Object.entries(READERS))('%s', (_name, read) => {
    const holds = fc.property(HOSTILE, (text) => {
      const probeMs = cpuMs(() => read(filled(text, LONGEST / 16)));
      if (probeMs < UNDOUBTED_MS) return;
      const quarterMs = cpuMs(() => read(filled(text, LONGEST / 4)));
      if (quarterMs < PLAINLY_LINEAR * probeMs && 6 * quarterMs < LIMIT_MS) return;
      const [long, short] = [filled(text, LONGEST), filled(text, LONGEST / 4)];
      if (cpuMs(() => read(long)) < NOTICEABLE_MS) return;
      const time = leastMs(() => read(long));
      expect(time).toBeLessThan(LIMIT_MS);
      if (time > NOTICEABLE_MS) expect(time / leastMs(() => read(short))).toBeLessThan(MOST_TIMES_AS_LONG);
    });
    fc.assert(holds, { numRuns: EACH_ALONE.length + 5, examples: EACH_ALONE, seed: 20_261_124, endOnFailure: true });
  });
});
