import type { RegisterEntry } from '../../../src/domain/registers/register';

let ids = 0;

/** A customer of this name, with whatever else a test says. */
export function customer(name: string, more: Partial<RegisterEntry> = {}): RegisterEntry {
  ids += 1;
  return {
    ...{ id: ids, register: 'customers', key: `K${ids}`, name, aliases: [], learned: [], formerKeys: [], rep: null },
    ...{ region: '', class: '', contacts: [], activeFrom: null, activeUntil: null, version: 1 },
    ...more,
  };
}
