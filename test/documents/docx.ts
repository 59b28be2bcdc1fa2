import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { Template } from '../../src/documents/find-template';

/** The parts of a .docx file, as text. */
export function partsOf(docx: Uint8Array): Record<string, string> {
  const parts = unzipSync(new Uint8Array(docx));
  return Object.fromEntries(Object.entries(parts).map(([name, bytes]) => [name, strFromU8(bytes)]));
}

const TOKEN = /<(\/?)([\w:]+)((?:\s+[\w:]+="[^"<&]*(?:&(?:amp|lt|gt|quot|apos);[^"<&]*)*")*)\s*(\/?)>|<\?[^>]*\?>/g;

/** What keeps a text from being XML; empty if nothing does. */
export function xmlFault(xml: string): string {
  const open: string[] = [];
  const between = xml.replace(TOKEN, (_token, closing, name, _attributes, alone) => {
    if (name === undefined || alone === '/') return '';
    if (closing !== '/') open.push(name);
    else if (open.pop() !== name) open.push(`not closed before ${name}`);
    return '';
  });
  const rest = between.replace(/&(?:amp|lt|gt|quot|apos);/g, '');
  const stray = /[<&]|[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u.exec(rest)?.[0];
  return [...open, ...(stray === undefined ? [] : [`stray ${JSON.stringify(stray)}`])].join(', ');
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** The texts of a part, paragraph by paragraph, as Word shows them; empty paragraphs are left out. */
export function paragraphsOf(xml: string): string[] {
  const paragraphs = xml.match(/<w:p[ >].*?<\/w:p>/gs) ?? [];
  return paragraphs
    .map((paragraph) =>
      paragraph
        .replace(/<w:instrText.*?<\/w:instrText>/gs, '')
        .replace(/<w:tab\/>/g, '\t')
        .replace(/<w:br\/>/g, '\n')
        .replace(/<[^>]*>/g, '')
        .replace(/&(amp|lt|gt|quot|apos);/g, (_entity, name: string) => ENTITIES[name] ?? ''),
    )
    .filter((text) => text.trim() !== '');
}

/** A template whose body has these paragraphs, and no more; each is Word's text, such as `{title}`. */
export function templateOf(standard: Uint8Array, paragraphs: string[], footer?: string): Template {
  const parts = partsOf(standard);
  const body = paragraphs.map((text) => `<w:p><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`).join('');
  const head = /^.*?<w:body>/s.exec(parts['word/document.xml'] ?? '')?.[0] ?? '';
  const section = /<w:sectPr>.*$/s.exec(parts['word/document.xml'] ?? '')?.[0] ?? '';
  const own = { ...parts, 'word/document.xml': `${head}${body}${section}` };
  const foot =
    footer === undefined
      ? {}
      : { 'word/footer1.xml': (parts['word/footer1.xml'] ?? '').replace('{printed_line}', footer) };
  const files = Object.entries({ ...own, ...foot }).map(([name, xml]) => [name, strToU8(xml)]);
  return { file: 'own.docx', bytes: Buffer.from(zipSync(Object.fromEntries(files))) };
}
