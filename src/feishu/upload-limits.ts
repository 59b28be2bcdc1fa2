import type { IncomingAttachment } from '../domain/messaging';

const MEGABYTE = 1024 * 1024;

/** The largest file that the platform takes as an upload; downloads may be larger. */
export const MAX_BYTES: Record<IncomingAttachment['kind'], number> = { image: 10 * MEGABYTE, file: 30 * MEGABYTE };

const TYPES: Record<string, string> = {
  pdf: 'pdf',
  doc: 'doc',
  docx: 'doc',
  xls: 'xls',
  xlsx: 'xls',
  ppt: 'ppt',
  pptx: 'ppt',
};

/** Sound and video are uploaded as plain files: under their own types they could not be sent as file messages. */
export function fileTypeOf(name: string): string {
  const extension = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  return (Object.hasOwn(TYPES, extension) ? TYPES[extension] : undefined) ?? 'stream';
}
