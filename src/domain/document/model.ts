import type { DocumentLocale, DocumentWords } from './words';

/** A record as it is printed: texts only, so that a template decides nothing but how it looks. */
export interface DocumentModel {
  locale: DocumentLocale;
  words: DocumentWords;
  /** Printed at the head; empty for none. */
  company: string;
  /** The title of the form, such as 纠正和预防措施处理单. */
  title: string;
  number: string;
  /** The form's number and edition, at the foot; empty for none. */
  edition: string;
  /** The version of the definition that the record keeps; empty for a form without definition. */
  version: string;
  /** Where the record is: 已关闭, or 审批中：总经理. */
  state: string;
  sections: DocumentSection[];
  signatures: DocumentSignature[];
  timeline: { at: string; who: string; what: string }[];
  printed: { at: string; by: string; recordVersion: string };
  /** All fields and tables by their names in the definition, for a template that puts them in places of its own. */
  fields: Readonly<Record<string, DocumentField>>;
  tables: Readonly<Record<string, DocumentTable>>;
}

export interface DocumentSection {
  title: string;
  parts: DocumentPart[];
}

/** What stands in a section, from above to below. */
export type DocumentPart = { kind: 'fields'; fields: DocumentField[] } | { kind: 'table'; table: DocumentTable };

export interface DocumentField {
  key: string;
  label: string;
  text: string;
  /** The field has a line of its own; others stand two in a line. */
  isWide: boolean;
}

export interface DocumentTable {
  key: string;
  title: string;
  columns: DocumentColumn[];
  /** The cells of each row, as many as there are columns. */
  rows: string[][];
  /** The cells of the last line; null if nothing is added up. */
  sums: string[] | null;
}

export interface DocumentColumn {
  key: string;
  label: string;
  align: 'left' | 'center' | 'right';
}

export interface DocumentSignature {
  /** `issue`, or `review.gm`. */
  key: string;
  step: string;
  verdict: string;
  /** 李四（代 张总） */
  who: string;
  at: string;
  remark: string;
}

/** Names of people and departments, for documents. */
export interface DocumentNames {
  nameOf(id: string): string;
  departmentOf(key: string): string;
}
