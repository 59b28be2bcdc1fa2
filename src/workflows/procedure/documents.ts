import type { Logger } from 'pino';
import { departmentName } from '../../../cards/kit/names';
import { courseOfDeeds, courseWords } from '../../../cards/procedure/words/course';
import { displayValue } from '../../../cards/procedure/words/values';
import { ProcedureStore } from '../../db/procedure/procedure-store';
import type { Tx } from '../../db/transaction';
import type { DocumentDrawing } from '../../desk/catalogue';
import { findTemplate, STANDARD_TEMPLATE } from '../../documents/find-template';
import { renderDocument } from '../../documents/render-document';
import { toPdf } from '../../documents/to-pdf';
import type { JsonObject } from '../../domain/messaging';
import type { Context } from '../../domain/office';
import type { DefinitionsOf } from '../../domain/procedure/definitions';
import { documentOf } from '../../domain/procedure/document';
import type { ProcedureRecord } from '../../domain/procedure/record';
import { maySeeField } from '../../domain/procedure/walls';
import type { Said } from '../../engine/desk';
import { RECORD } from './name';
import { peopleIn } from './people';
import { reads } from './show';

export interface DocumentParts {
  definitions: DefinitionsOf;
  /** Where templates are looked for, a company's own folder first. */
  folders: string[];
  log: Logger;
}

interface File {
  name: string;
  bytes: Buffer;
}

/** Prints records: a .docx from a template, or a PDF where LibreOffice is installed. */
export class RecordDocuments {
  constructor(private readonly parts: DocumentParts) {}

  /** Announces the document; it is made when its turn to be sent comes. Null if the record has none. */
  async print(tx: Tx, id: number, context: Context): Promise<Said | null> {
    const record = await new ProcedureStore(tx, this.parts.definitions, context.timeZone).get(id);
    if (!record) return null;
    if (!reads(record, context)) return { name: 'not_for_you', params: {} };
    if (record.definition.document === null) return { name: 'nothing_found', params: {} };
    const params = { workflow: RECORD, recordId: id, by: context.actor.id ?? '' };
    return { name: 'document', params, concerns: { workflow: RECORD, recordId: id }, command: { type: 'printed' } };
  }

  /** The file of a message that `print` announced; null if the record is gone. */
  async file(params: JsonObject, { context, namesOf, inTransaction }: DocumentDrawing): Promise<File | null> {
    const { definitions, folders, log } = this.parts;
    const record = await inTransaction((tx) =>
      new ProcedureStore(tx, definitions, context.timeZone).get(Number(params.recordId)),
    );
    if (!record) return null;
    const by = String(params.by);
    const { org, timeZone, groupMembers } = context;
    const office = { org, timeZone, calendar: { isWorkday: () => true, isPublished: () => true } };
    const nameOf = await namesOf([...peopleIn(record, null, groupMembers ? { ...office, groupMembers } : office), by]);
    const ctx = { ...context, nameOf };
    const model = documentOf(
      record,
      { nameOf, departmentOf: (key) => departmentName(key, ctx) },
      {
        timeZone,
        locale: context.texts.locale === 'en-US' ? 'en' : 'zh',
        timeline: courseWords(record, courseOfDeeds(record), ctx),
        show: (field, value) => displayValue(field, value, ctx),
        maySee: (field) => maySeeField(field, record, by),
        printedAt: context.now,
        printedBy: by,
        company: '',
      },
    );
    const template = await findTemplate(folders, record.definition.document?.template ?? STANDARD_TEMPLATE);
    const docx = renderDocument(model, template);
    const pdf = await toPdf(docx, { log });
    return { name: fileName(record, pdf === null ? 'docx' : 'pdf'), bytes: pdf ?? docx };
  }
}

/** `CAPA-2026-001 纠正和预防措施处理单.docx`. */
function fileName({ number, definition }: ProcedureRecord, ending: string): string {
  const name = `${number} ${definition.label.zh}`.replace(/[\\/:*?"<>|]/g, '-').trim();
  return `${name}.${ending}`;
}
