import { strToU8, zipSync } from 'fflate';

// The standard template, part by part: `npm run templates` writes it to standard.docx. A company opens that file in Word,
// changes what it likes, and keeps it under the same name in a folder of its own. docs/adr/048-documents.md lists the tags.

/** The edges of the page and its width between them, in twentieths of a point. */
const MARGIN = 1134;
const WIDTH = 9638;
const LABEL_WIDTH = 1640;
const VALUE_WIDTH = WIDTH / 2 - LABEL_WIDTH;

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

const run = (text: string): string => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
const paragraph = (style: string, ...runs: string[]): string =>
  `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr>${runs.join('')}</w:p>`;
const text = (style: string, ...texts: string[]): string => paragraph(style, ...texts.map(run));
/** A number that Word counts: the page, or all pages. */
const counted = (what: 'PAGE' | 'NUMPAGES'): string =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> ${what} </w:instrText></w:r>` +
  '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>';
const TAB = '<w:r><w:tab/></w:r>';

const cell = (width: number, style: string, content: string, span = 1): string =>
  `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${span > 1 ? `<w:gridSpan w:val="${span}"/>` : ''}` +
  `<w:vAlign w:val="center"/></w:tcPr>${text(style, content)}</w:tc>`;
const row = (...cells: string[]): string => `<w:tr><w:trPr><w:cantSplit/></w:trPr>${cells.join('')}</w:tr>`;
const headRow = (...cells: string[]): string =>
  `<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>${cells.join('')}</w:tr>`;
const table = (widths: number[], ...rows: string[]): string =>
  '<w:tbl><w:tblPr><w:tblStyle w:val="FormTable"/><w:tblW w:w="5000" w:type="pct"/><w:tblLayout w:type="fixed"/></w:tblPr>' +
  `<w:tblGrid>${widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>${rows.join('')}</w:tbl>`;

/** A line of the form has one wide field or two narrow ones; long texts may go on on the next page. */
const FIELDS = table(
  [LABEL_WIDTH, VALUE_WIDTH, LABEL_WIDTH, VALUE_WIDTH],
  '<w:tr>' +
    cell(LABEL_WIDTH, 'Label', '{#lines}{#isWide}{first.label}') +
    cell(WIDTH - LABEL_WIDTH, 'Value', '{first.text}{/isWide}', 3) +
    '</w:tr>',
  row(
    cell(LABEL_WIDTH, 'Label', '{#isPair}{first.label}'),
    cell(VALUE_WIDTH, 'Value', '{first.text}'),
    cell(LABEL_WIDTH, 'Label', '{second.label}'),
    cell(VALUE_WIDTH, 'Value', '{second.text}{/isPair}{/lines}'),
  ),
);

const SIGNATURE_WIDTHS = [2400, 3338, 1900, 2000] as const;
const SIGNATURES = table(
  [...SIGNATURE_WIDTHS],
  headRow(
    cell(SIGNATURE_WIDTHS[0], 'TableHead', '{words.step}'),
    cell(SIGNATURE_WIDTHS[1], 'TableHead', '{words.verdict}'),
    cell(SIGNATURE_WIDTHS[2], 'TableHead', '{words.signedBy}'),
    cell(SIGNATURE_WIDTHS[3], 'TableHead', '{words.at}'),
  ),
  row(
    cell(SIGNATURE_WIDTHS[0], 'TableText', '{#signatures}{step}'),
    cell(SIGNATURE_WIDTHS[1], 'TableText', '{opinion}'),
    cell(SIGNATURE_WIDTHS[2], 'TableMiddle', '{who}'),
    cell(SIGNATURE_WIDTHS[3], 'TableMiddle', '{at}{/signatures}'),
  ),
);

const TIMELINE_WIDTHS = [2000, 1900, 5738] as const;
const TIMELINE = table(
  [...TIMELINE_WIDTHS],
  headRow(
    cell(TIMELINE_WIDTHS[0], 'TableHead', '{words.at}'),
    cell(TIMELINE_WIDTHS[1], 'TableHead', '{words.who}'),
    cell(TIMELINE_WIDTHS[2], 'TableHead', '{words.what}'),
  ),
  row(
    cell(TIMELINE_WIDTHS[0], 'TableMiddle', '{#timeline}{at}'),
    cell(TIMELINE_WIDTHS[1], 'TableMiddle', '{who}'),
    cell(TIMELINE_WIDTHS[2], 'TableText', '{what}{/timeline}'),
  ),
);

const BODY = [
  text('Title', '{title}'),
  paragraph('Numbers', run('{number_line}'), TAB, run('{state_line}')),
  text('Normal', '{#sections}'),
  text('SectionTitle', '{title}'),
  text('Normal', '{#parts}'),
  text('Normal', '{#isFields}'),
  FIELDS,
  text('Gap', ''),
  text('Normal', '{/isFields}'),
  text('Normal', '{#isTable}'),
  text('Normal', '{#caption}'),
  text('Caption', '{caption}'),
  text('Normal', '{/caption}'),
  text('Normal', '{@table}'),
  text('Normal', '{/isTable}'),
  text('Normal', '{/parts}'),
  text('Normal', '{/sections}'),
  text('Normal', '{#has_signatures}'),
  text('SectionTitle', '{words.signatures}'),
  SIGNATURES,
  text('Gap', ''),
  text('Normal', '{/has_signatures}'),
  text('Normal', '{#has_timeline}'),
  text('SectionTitle', '{words.timeline}'),
  TIMELINE,
  text('Gap', ''),
  text('Normal', '{/has_timeline}'),
].join('\n');

const DOCUMENT = `${XML}<w:document ${W} ${R}><w:body>
${BODY}
<w:sectPr><w:headerReference w:type="default" r:id="rId2"/><w:footerReference w:type="default" r:id="rId3"/>
<w:pgSz w:w="11906" w:h="16838"/>
<w:pgMar w:top="1247" w:right="${MARGIN}" w:bottom="1134" w:left="${MARGIN}" w:header="567" w:footer="510" w:gutter="0"/></w:sectPr>
</w:body></w:document>`;

const HEADER = `${XML}<w:hdr ${W}>${text('Head', '{company}')}</w:hdr>`;
const FOOTER = `${XML}<w:ftr ${W}>
${paragraph('Foot', run('{form_line}'), TAB, run('{words.page} '), counted('PAGE'), run(' {words.pageOf} '), counted('NUMPAGES'), run(' {words.pageEnd}'))}
${text('Foot', '{printed_line}')}
</w:ftr>`;

interface Look {
  name?: string;
  size?: number;
  isBold?: boolean;
  font?: '宋体' | '仿宋';
  align?: 'left' | 'center' | 'right';
  before?: number;
  after?: number;
  isKeptWithNext?: boolean;
  /** A tab stop at the right edge. */
  hasTab?: boolean;
  color?: string;
}

/** Chinese characters in the named font, Latin ones in Times New Roman; sizes in half points, distances in twentieths. */
function style(id: string, look: Look): string {
  const {
    size = 21,
    isBold,
    font = '宋体',
    align = 'left',
    before = 0,
    after = 0,
    isKeptWithNext,
    hasTab,
    color,
  } = look;
  return (
    `<w:style w:type="paragraph" w:styleId="${id}"${id === 'Normal' ? ' w:default="1"' : ''}><w:name w:val="${look.name ?? id}"/>` +
    `${id === 'Normal' ? '' : '<w:basedOn w:val="Normal"/>'}<w:qFormat/><w:pPr>${isKeptWithNext ? '<w:keepNext/>' : ''}` +
    `${hasTab ? `<w:tabs><w:tab w:val="right" w:pos="${WIDTH}"/></w:tabs>` : ''}` +
    `<w:spacing w:before="${before}" w:after="${after}"/><w:jc w:val="${align}"/></w:pPr>` +
    `<w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman" w:eastAsia="${font}"/>` +
    `${isBold ? '<w:b/>' : ''}${color ? `<w:color w:val="${color}"/>` : ''}<w:sz w:val="${size}"/><w:szCs w:val="${size}"/></w:rPr></w:style>`
  );
}

const LINE = 'w:val="single" w:sz="4" w:space="0" w:color="000000"';
const BORDERS = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map((side) => `<w:${side} ${LINE}/>`).join('');
const STYLES = `${XML}<w:styles ${W}>
<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault></w:docDefaults>
${[
  style('Normal', { name: 'Normal' }),
  style('Title', { name: 'Title', size: 36, isBold: true, align: 'center', before: 60, after: 120 }),
  style('Numbers', { hasTab: true, after: 60 }),
  style('SectionTitle', { size: 24, isBold: true, before: 140, after: 60, isKeptWithNext: true }),
  style('Caption', { name: 'caption', align: 'center', before: 40, after: 40, isKeptWithNext: true }),
  style('Label', { align: 'center', before: 40, after: 40 }),
  style('Value', { font: '仿宋', before: 40, after: 40 }),
  style('TableHead', { align: 'center', isBold: true, size: 20, before: 30, after: 30 }),
  style('TableText', { font: '仿宋', size: 20, before: 30, after: 30 }),
  style('TableMiddle', { font: '仿宋', size: 20, align: 'center', before: 30, after: 30 }),
  style('Gap', { size: 8 }),
  style('Head', { name: 'header', size: 18, align: 'right', color: '595959' }),
  style('Foot', { name: 'footer', size: 16, hasTab: true, color: '595959' }),
].join('\n')}
<w:style w:type="table" w:styleId="FormTable"><w:name w:val="FormTable"/><w:tblPr><w:tblBorders>${BORDERS}</w:tblBorders>
<w:tblCellMar><w:left w:w="85" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>
</w:styles>`;

const part = (name: string, type: string): string =>
  `<Override PartName="/word/${name}.xml" ContentType="${TYPE}.${type}+xml"/>`;
const TYPES = `${XML}<Types xmlns="${PACKAGE}/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/>
${part('document', 'document.main')}${part('styles', 'styles')}${part('header1', 'header')}${part('footer1', 'footer')}
</Types>`;

const related = (id: string, type: string, target: string): string =>
  `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
const relations = (...all: string[]): string =>
  `${XML}<Relationships xmlns="${PACKAGE}/relationships">${all.join('')}</Relationships>`;

const PARTS: Readonly<Record<string, string>> = {
  '[Content_Types].xml': TYPES,
  '_rels/.rels': relations(related('rId1', 'officeDocument', 'word/document.xml')),
  'word/document.xml': DOCUMENT,
  'word/_rels/document.xml.rels': relations(
    related('rId1', 'styles', 'styles.xml'),
    related('rId2', 'header', 'header1.xml'),
    related('rId3', 'footer', 'footer1.xml'),
  ),
  'word/styles.xml': STYLES,
  'word/header1.xml': HEADER,
  'word/footer1.xml': FOOTER,
};

/** The standard template as a .docx file: the same bytes each time. */
export function standardTemplate(): Uint8Array {
  const files = Object.entries(PARTS).map(([name, xml]) => [name, strToU8(xml)]);
  // The first year that a zip can hold. It is written in local time, so a day later is safe in every time zone.
  return zipSync(Object.fromEntries(files), { level: 9, mtime: new Date(1980, 0, 2) });
}
