import Docxtemplater from 'docxtemplater';
import PizZip from 'pizzip';
import type { DocumentModel } from '../domain/document/model';
import type { Template } from './find-template';
import { printableData, templateData } from './template-data';
import { faultsOf, TemplateFault } from './template-fault';
import { type FoundTag, lookUp, tagFaults } from './template-tags';

const OPTIONS = {
  paragraphLoop: true,
  linebreaks: true,
  errorLogging: false,
  // Tags are names, never expressions: a template runs no code.
  parser: (tag: string) => ({ get: (scope: unknown) => lookUp(scope, tag) }),
};

/**
 * The document as a .docx file, from a template whose tags are checked first. What people typed comes out as text,
 * whatever it holds. Throws a `TemplateFault` that names file and tags.
 */
export function renderDocument(model: DocumentModel, { file, bytes }: Template): Buffer {
  const { document, tags } = opened(file, bytes);
  const faults = [...tags].flatMap(([part, found]) => tagFaults(found, part, model));
  if (faults.length > 0) throw new TemplateFault(file, faults);
  return guarded(file, () => {
    document.render(printableData(templateData(model)));
    return document.toBuffer({ compression: 'DEFLATE' });
  });
}

/** The template, and the tags of each of its parts. */
function opened(file: string, bytes: Buffer) {
  const tags = new Map<string, FoundTag[]>();
  let part = '';
  const collector = {
    name: 'TagCollector',
    /** The library tells its modules what it reads: first the part of the file, later what it found in it. */
    set({ inspect }: { inspect?: { filePath?: string; postparsed?: FoundTag[] } }) {
      part = inspect?.filePath ?? part;
      if (inspect?.postparsed) tags.set(part, inspect.postparsed);
    },
  };
  const document = guarded(file, () => new Docxtemplater(new PizZip(bytes), { ...OPTIONS, modules: [collector] }));
  return { document, tags };
}

/** What the library throws, as a fault of the template. */
function guarded<T>(file: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw new TemplateFault(file, faultsOf(error));
  }
}
