import path from 'node:path';
import { packageRoot } from './package-root';

/** Where the definitions of procedures stand: the shipped ones, and the company's own, which win. */
export function procedureFolders(own: string | null): string[] {
  return [path.join(packageRoot(), 'procedures'), ...(own === null ? [] : [own])];
}

/** Where templates of documents are looked for: the company's own first. */
export function templateFolders(own: string | null): string[] {
  const folders = own === null ? [] : [path.join(own, 'templates'), own];
  return [...folders, path.join(packageRoot(), 'procedures', 'templates')];
}
