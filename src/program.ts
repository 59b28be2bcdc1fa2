import type { Logger } from 'pino';
import type { Texts } from '../cards/texts/texts';
import type { Catalogue } from './desk/catalogue';
import type { Office } from './domain/office';
import type { DefinitionsOf } from './domain/procedure/definitions';
import type { AnyWorkflow } from './engine/workflow';
import { feedbackCatalogue } from './workflows/feedback/catalogue';
import { feedbackWorkflow } from './workflows/feedback/workflow';
import { procedureCatalogue } from './workflows/procedure/catalogue';
import { RecordDocuments } from './workflows/procedure/documents';
import { type NamesIn, scheduleOf } from './workflows/procedure/schedule';
import { procedureWorkflow } from './workflows/procedure/workflow';

/** The workflows that run, and their catalogues for the desk; lists follow this order. */
export interface Program {
  workflows: AnyWorkflow[];
  catalogues(texts: Texts): Catalogue[];
}

export interface ProgramParts {
  definitions: DefinitionsOf;
  office: () => Office;
  /** The office's time zone, an IANA name. */
  timeZone: string;
  /** The names in a register. */
  namesIn: NamesIn;
  /** Where templates of documents are looked for, a company's own folder first. */
  templateFolders: string[];
  log: Logger;
}

/** The program that the product ships: feedback, and the records of all procedures. */
export function shippedProgram({
  definitions,
  office,
  timeZone,
  namesIn,
  templateFolders,
  log,
}: ProgramParts): Program {
  const moments = scheduleOf({ definitions: definitions.current, office, namesIn });
  const documents = new RecordDocuments({ definitions, folders: templateFolders, log });
  return {
    workflows: [
      feedbackWorkflow as unknown as AnyWorkflow,
      procedureWorkflow({ definitions, timeZone, moments }) as unknown as AnyWorkflow,
    ],
    catalogues: (texts) => [feedbackCatalogue(texts), procedureCatalogue(definitions, documents)],
  };
}
