/** What is wrong with one place of a template. */
export interface TagFault {
  /** As it stands in the template, with its braces; empty if the fault concerns no tag. */
  tag: string;
  /** `body`, `header`, `footer` or another part of the file. */
  place: string;
  /** In plain words. */
  problem: string;
}

/** A template cannot be used. The message names the file and each tag, for whoever wrote the template. */
export class TemplateFault extends Error {
  constructor(
    readonly file: string,
    readonly faults: TagFault[],
  ) {
    const lines = faults.map(({ tag, place, problem }) => [tag, tag && `in the ${place}`, problem].filter(Boolean));
    super(`template ${file}: ${lines.map((line) => line.join(' ')).join('; ')}`);
    this.name = 'TemplateFault';
  }
}

/** The library's names of faults, in plain words. */
const PROBLEMS: Readonly<Record<string, string>> = {
  unopened_loop: 'closes a loop that was not opened',
  unclosed_loop: 'opens a loop that is never closed',
  closing_tag_does_not_match_opening_tag: 'closes another loop than the one that is open',
  unclosed_tag: 'begins with { and has no }',
  unopened_tag: 'ends with } and has no {',
  duplicate_open_tag: 'begins with {{ instead of {',
  duplicate_close_tag: 'ends with }} instead of }',
  raw_xml_tag_should_be_only_text_in_paragraph: 'stands for a table and must be alone in its paragraph',
  raw_tag_outerxml_invalid: 'stands for a table and must be alone in its paragraph',
  no_xml_tag_found_at_left: 'opens a loop in a place where nothing can be repeated',
  no_xml_tag_found_at_right: 'closes a loop in a place where nothing can be repeated',
  filetype_not_identified: 'is no document of Word (.docx)',
  filetype_not_handled: 'is no document of Word (.docx)',
};

/** `word/footer1.xml` → `footer`. */
export function placeOf(file: string | undefined): string {
  const name = /^word\/([a-z]{1,20})\d{0,4}\.xml$/.exec(file ?? '')?.[1] ?? '';
  return name === '' || name === 'document' ? 'body' : name;
}

interface Told {
  message?: unknown;
  properties?: { id?: unknown; xtag?: unknown; file?: unknown; errors?: unknown };
}

/** What the library says of a template, each fault once. */
export function faultsOf(error: unknown): TagFault[] {
  const { properties, message } = (error ?? {}) as Told;
  if (Array.isArray(properties?.errors)) {
    const all = properties.errors.flatMap(faultsOf);
    return [...new Map(all.map((fault) => [JSON.stringify(fault), fault])).values()];
  }
  const { id, xtag, file } = properties ?? {};
  const tag = typeof xtag === 'string' ? xtag.trim() : '';
  return [
    {
      tag: tag === '' ? '' : `{${tag.replace(/^\{|\}$/g, '')}}`,
      place: placeOf(typeof file === 'string' ? file : undefined),
      problem: PROBLEMS[String(id)] ?? (id === undefined ? 'is no readable .docx file' : String(message)),
    },
  ];
}
