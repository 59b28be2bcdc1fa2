import { isKnownPosition } from '../../src/domain/org/known-positions';
import type { CardContext } from './context';
import { oneLine } from './plain-text';

const MAX_NAME = 40;

/** A position's name: the company's, else the program's, else the key. */
export function positionName(key: string, { org, texts }: Pick<CardContext, 'org' | 'texts'>): string {
  const own = oneLine(org.positionNames?.[key] ?? '', MAX_NAME);
  return own || (isKnownPosition(key) ? texts.setup.positions.names[key] : oneLine(key, MAX_NAME));
}
