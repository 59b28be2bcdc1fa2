import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { standardTemplate } from '../../procedures/templates/standard-template';
import type { Template } from '../../src/documents/find-template';
import { renderDocument } from '../../src/documents/render-document';
import { TemplateFault } from '../../src/documents/template-fault';
import type { DocumentModel } from '../../src/domain/document/model';
import { documentOf } from '../../src/domain/procedure/document';
import { ROOT } from '../architecture/source-code';
import { paragraphsOf, partsOf, templateOf, xmlFault } from './docx';
import { AD_RECORD, at, CAPA_RECORD, NAMES, options } from './sample-records';

const STANDARD: Template = { file: 'standard.docx', bytes: Buffer.from(standardTemplate()) };
const TIMELINE = [{ at: at('2026-11-27'), who: '李四', what: '签发' }];
const capa = () => documentOf(CAPA_RECORD, NAMES, options({ timeline: TIMELINE }));

const rendered = (model: DocumentModel, template = STANDARD) => partsOf(renderDocument(model, template));
const bodyOf = (model: DocumentModel, template = STANDARD) =>
  paragraphsOf(rendered(model, template)['word/document.xml'] ?? '');

describe('the standard template', () => {
  test('is the one that the script makes (npm run templates)', () => {
    const shipped = readFileSync(path.join(ROOT, 'procedures/templates/standard.docx'));
    expect(partsOf(shipped)).toEqual(partsOf(standardTemplate()));
    expect(standardTemplate()).toEqual(standardTemplate());
  });

  test.each([
    ['a CAPA sheet', CAPA_RECORD],
    ['an ad plan', AD_RECORD],
  ])('prints every text of %s, in order, as well-formed XML', (_name, record) => {
    const model = documentOf(record, NAMES, options({ timeline: TIMELINE }));
    const parts = rendered(model);
    expect(Object.values(parts).map(xmlFault).join('')).toBe('');
    const body = paragraphsOf(parts['word/document.xml'] ?? '');
    const wanted = [
      model.title,
      ...model.sections.flatMap(({ title, parts: own }) => [
        title,
        ...own.flatMap((part) =>
          part.kind === 'fields'
            ? part.fields.flatMap(({ label, text }) => [label, text])
            : [...part.table.columns.map(({ label }) => label), ...part.table.rows.flat(), ...(part.table.sums ?? [])],
        ),
      ]),
      ...model.signatures.flatMap(({ step, who, at: when }) => [step, who, when]),
      ...model.timeline.flatMap(({ at: when, who, what }) => [when, who, what]),
    ].filter((text) => text !== '');
    let place = 0;
    for (const text of wanted) {
      const found = body.indexOf(text, place);
      expect([text, found]).toEqual([text, expect.any(Number)]);
      expect(found).toBeGreaterThanOrEqual(place);
      place = found + 1;
    }
  });

  test('has company, number, edition, versions and pages where an office looks for them', () => {
    const parts = rendered(capa());
    expect(paragraphsOf(parts['word/header1.xml'] ?? '')).toEqual(['海风实业有限公司']);
    expect(bodyOf(capa()).slice(0, 2)).toEqual(['纠正和预防措施处理单', '编号：CAPA-2026-012\t状态：告知客户：2/3']);
    expect(paragraphsOf(parts['word/footer1.xml'] ?? '')).toEqual([
      '表单编号：QR-10.2-01/A0　流程第 3 版\t第 1 页，共 1 页',
      '打印：李四 2026-12-20 16:05　记录第 12 版',
    ]);
    expect(parts['word/footer1.xml']).toMatch(/ PAGE .* NUMPAGES /s);
    expect(parts['word/document.xml']).toContain('<w:pgSz w:w="11906" w:h="16838"/>');
  });

  test('shows the remark under the verdict, and two short fields in one line', () => {
    expect(bodyOf(capa())).toContain('退回修改\n措施二没有写清由谁复核，请补上。');
    const rows = (rendered(capa())['word/document.xml'] ?? '').match(/<w:tr>.*?<\/w:tr>/gs) ?? [];
    const cells = rows.map((row) => paragraphsOf(row));
    expect(cells).toContainEqual(['措施类别', '纠正', '产品/型号', 'A8 空调外机']);
    expect(cells).toContainEqual(['责任部门', '品质部']);
  });

  test('has neither signatures nor timeline where there are none', () => {
    const body = bodyOf({ ...capa(), signatures: [], timeline: [] });
    expect(body.filter((text) => text === '签署' || text === '办理记录')).toEqual([]);
  });
});

describe('what people typed', () => {
  test.each([
    ['XML', '</w:t></w:r></w:p><w:p>&amp;<!-- ]]> -->'],
    ['tags', '{title} {#sections}{/sections} {@table} {{x}} }{'],
    ['quotes and dollars', `"'$&$1\\n`],
    ['emoji', '很好👍🏽 👨‍👩‍👧 𠮷'],
    ['a long text', '长'.repeat(10_000)],
    ['a text of several lines', '一\n\n二\n三'],
  ])('comes out as text: %s', (_name, hostile) => {
    const values = { ...CAPA_RECORD.values, product: hostile, problem: hostile };
    const items = [{ media: hostile, amount: 1 }];
    for (const record of [
      { ...CAPA_RECORD, values },
      { ...AD_RECORD, values: { ...AD_RECORD.values, items } },
    ]) {
      const model = documentOf(record, NAMES, options({ company: hostile.slice(0, 40) }));
      const parts = rendered({ ...model, timeline: [{ at: '', who: hostile, what: hostile }] });
      expect(Object.values(parts).map(xmlFault).join('')).toBe('');
      expect(paragraphsOf(parts['word/document.xml'] ?? '').filter((text) => text === hostile)).toHaveLength(
        record.definition === CAPA_RECORD.definition ? 4 : 3,
      );
    }
  });

  test('loses what no XML may hold, and nothing else', () => {
    const problem = 'a\u0000\u0008b\uD800c\uFFFEd\r\ne\u2028f\tg\u007F';
    const plan = { ...AD_RECORD, values: { goal: problem, items: [{ media: problem }] } };
    const body = bodyOf(documentOf(plan, NAMES, options()));
    expect(body.filter((text) => text === 'abcd\ne\nf\tg')).toHaveLength(2);
  });
});

describe('a template of a company', () => {
  const own = (...paragraphs: string[]) => templateOf(standardTemplate(), paragraphs);

  test('names fields, labels, tables and rows of the form', () => {
    const template = own(
      '{label.problem}：{field.product}',
      '{#rows.measures}{owner} {until}；{/rows.measures}',
      '{@table.measures}',
    );
    expect(bodyOf(capa(), template)).toEqual([
      '不合格(潜在)事实：A8 空调外机',
      '王五 2026-12-10；钱七 2026-12-15；',
      ...['措施内容', '负责人', '完成期限', '完成情况', '状态'],
      ...['锁定保压参数，修改须两人确认', '王五', '2026-12-10', '已上锁，参数表张贴在机台。', '已完成'],
      ...['首件检验增加接水盘边缘尺寸，由品质部复核', '钱七', '2026-12-15', '执行'],
    ]);
  });

  test('may use every tag that the ADR shows', () => {
    const adr = readFileSync(path.join(ROOT, 'docs/adr/048-documents.md'), 'utf8');
    const paragraphs = (/```\n(.*?)```/s.exec(adr)?.[1] ?? '').trim().split('\n');
    expect(paragraphs.length).toBeGreaterThan(15);
    const body = bodyOf(capa(), own(...paragraphs)).join('\n');
    expect(body).toContain('责任部门负责人 同意  同意 钱七 2026-12-04 10:00');
    expect(body).not.toMatch(/[{}]/);
  });

  test.each([
    ['an unknown tag', ['{titel}'], 'template own.docx: {titel} in the body is not known'],
    [
      'an unknown field',
      ['{field.prolbem}'],
      'template own.docx: {field.prolbem} in the body names no field of this form',
    ],
    [
      'a tag that is unknown in its loop',
      ['{#signatures}{whom}{/signatures}'],
      'template own.docx: {whom} in the body is not known',
    ],
    [
      'a loop of an empty list',
      ['{#rows.tell}{nobody}{/rows.tell}'],
      'template own.docx: {nobody} in the body is not known',
    ],
    [
      'an open loop',
      ['{#sections}{title}'],
      'template own.docx: {sections} in the body opens a loop that is never closed',
    ],
    [
      'a loop closed twice',
      ['{/sections}'],
      'template own.docx: {sections} in the body closes a loop that was not opened',
    ],
    ['another loop closed', ['{#sections}{/parts}'], 'closes another loop than the one that is open'],
    ['half a tag', ['{title'], 'template own.docx: {title} in the body begins with { and has no }'],
    [
      'a text as XML',
      ['{@field.problem}'],
      'template own.docx: {@field.problem} in the body is no table: write it without @',
    ],
    ['a table as text', ['{table.measures}'], 'is a table: write it with @, alone in its paragraph'],
    ['a table beside text', ['x {@table.measures}'], 'stands for a table and must be alone in its paragraph'],
    ['a list as text', ['{sections}'], 'template own.docx: {sections} in the body is no text by itself'],
    ['what every object has', ['{constructor}'], 'template own.docx: {constructor} in the body is not known'],
    ['a prototype', ['{field.__proto__.x}'], 'names no field of this form'],
    ['an expression', ['{title.length + 1}'], 'template own.docx: {title.length + 1} in the body is not known'],
  ])('with %s is refused in plain words', (_name, paragraphs, message) => {
    expect(() => renderDocument(capa(), own(...paragraphs))).toThrow(TemplateFault);
    expect(() => renderDocument(capa(), own(...paragraphs))).toThrow(message);
  });

  test('is told all its faults at once, each with its place', () => {
    const template = templateOf(standardTemplate(), ['{a}', '{b}'], '{c}');
    expect(() => renderDocument(capa(), template)).toThrow(
      'template own.docx: {a} in the body is not known; {b} in the body is not known; {c} in the footer is not known',
    );
  });

  test.each([
    ['no zip', Buffer.from('Dear customer')],
    ['an empty file', Buffer.alloc(0)],
    ['half a zip', STANDARD.bytes.subarray(0, 2000)],
  ])('that is %s is called unreadable', (_name, bytes) => {
    expect(() => renderDocument(capa(), { file: 'own.docx', bytes })).toThrow(
      'template own.docx: is no readable .docx file',
    );
  });
});
