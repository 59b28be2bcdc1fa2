import type { Tx } from '../../db/transaction';
import type { Json } from '../../domain/messaging';
import type { Context } from '../../domain/office';
import type { Definition } from '../../domain/procedure/definition';
import type { DefinitionsOf } from '../../domain/procedure/definitions';
import type { Said } from '../../engine/desk';
import { begun, filledBy, namedBy, startFor } from './begin';

const isOn = ({ name }: Definition, { org }: Context): boolean => !(org.proceduresOff?.includes(name) ?? false);

/** The list of what the person may begin, as a message stores it. */
function listSaid(definitions: readonly Definition[], typed: string, context: Context): Said {
  const may = definitions.filter((one) => startFor(one, context) !== null);
  const items = may.map(({ name, label }): Json => ({ name, label: { ...label } }));
  return { name: 'begin_list', params: { typed, items, by: context.actor.id ?? '' } };
}

/**
 * Begins a record of the procedure that a typed name means. One that the person may not begin, and a name that means none
 * or several, are answered with a line and a choice; null for a whole text that is no procedure's name.
 */
export async function beginByWord(
  _tx: Tx,
  definitions: DefinitionsOf,
  { name, isWhole }: { name: string; isWhole: boolean },
  context: Context,
): Promise<Said | null> {
  const { actor } = context;
  const open = definitions.current.filter((one) => isOn(one, context));
  const found = namedBy(open, name, isWhole);
  const [only] = found;
  if (isWhole && found.length === 0) return null;
  if (found.length !== 1 || !only || actor.id === null) return listSaid(found.length > 1 ? found : open, name, context);
  const start = startFor(only, context);
  if (!start) return { name: 'begin_refused', params: { label: { ...only.label } } };
  const values = filledBy(only, start.fill, context);
  const opens = begun(only, { starterId: actor.id, values, origin: null, context });
  return { name: 'begun', params: {}, opens };
}
