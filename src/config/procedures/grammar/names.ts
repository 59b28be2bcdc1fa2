import { isBlank } from '../../../domain/fields';
import { readKey, readName } from '../../../domain/org/values';
import type { Label } from '../../../domain/procedure/definition';
import type { FormField } from '../../../domain/procedure/stages';
import { wellFormed } from '../../../domain/text/well-formed';
import { written } from './written';

const MAX_SENTENCE_LENGTH = 200;

/** The name of something else in the definition: whether there is such a thing, the checks know. */
export const name = written(readKey, 'a name of lower-case letters, digits and _, a letter first, at most 50');

/** `中文 | English`; without English, the Chinese serves for both. */
export const label = written(
  (text) => readLabel(text, readName),
  'a text of 1 to 50 characters, or two of them: 中文 | English',
);

/** A label that may be a sentence. */
export const sentence = written(
  (text) => readLabel(text, readSentence),
  `a sentence of 1 to ${MAX_SENTENCE_LENGTH} characters, or two of them: 中文 | English`,
);

/** `cause*`: a field of a form, required there. */
export const formField = written<FormField>((text) => {
  const isRequired = text.endsWith('*');
  const field = readKey(isRequired ? text.slice(0, -1) : text);
  return field === null ? null : { field, required: isRequired };
}, 'the name of a field, with * behind it if it is required');

/** A file beside the definition, by its name alone: `capa.docx`. */
export const templateName = written(
  (text) => (/^[\p{L}\p{N}_-][\p{L}\p{N}._-]{0,99}$/u.test(text) && text.endsWith('.docx') ? text : null),
  'the plain name of a .docx file beside the definition, without a folder',
);

function readLabel(text: string, read: (text: string) => string | null): Label | null {
  const [zh = '', en = zh, ...rest] = text.split('|').map((part) => part.trim());
  return rest.length === 0 && read(zh) !== null && read(en) !== null ? { zh, en } : null;
}

const readSentence = (text: string) =>
  !isBlank(text) && wellFormed(text) === text && [...text].length <= MAX_SENTENCE_LENGTH ? text : null;
