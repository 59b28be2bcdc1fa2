import type { Texts } from '../cards/texts/texts';
import type { Catalogue } from './desk/catalogue';
import type { AnyWorkflow } from './engine/workflow';
import { feedbackCatalogue } from './workflows/feedback/catalogue';
import { feedbackWorkflow } from './workflows/feedback/workflow';

/** The workflows that run, and their catalogues for the desk; lists follow this order. */
export interface Program {
  workflows: AnyWorkflow[];
  catalogues(texts: Texts): Catalogue[];
}

/** The program that the product ships. */
export const PROGRAM: Program = {
  workflows: [feedbackWorkflow as unknown as AnyWorkflow],
  catalogues: (texts) => [feedbackCatalogue(texts)],
};
