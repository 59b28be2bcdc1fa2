/** The parts of a multipart body by field name. Text fields are bytes, too. */
export type Form = Map<string, Buffer>;

/** Reads `multipart/form-data`. Written by hand because a part with bytes may lack a file name. */
export function parseMultipart(body: Buffer, contentType: string): Form {
  const [, quoted, bare] = /boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(contentType) ?? [];
  const delimiter = Buffer.from(`--${quoted ?? bare ?? ''}`);
  const form: Form = new Map();
  let start = body.indexOf(delimiter);
  while (start !== -1) {
    const next = body.indexOf(delimiter, start + delimiter.length);
    if (next === -1) break;
    // A part lies between two delimiters, with a line break before and after.
    const part = body.subarray(start + delimiter.length + 2, next - 2);
    const split = part.indexOf('\r\n\r\n');
    const name = /name="([^"]*)"/i.exec(part.subarray(0, Math.max(0, split)).toString())?.[1];
    if (name !== undefined) form.set(name, part.subarray(split + 4));
    start = next;
  }
  return form;
}
