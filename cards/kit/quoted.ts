import type { CardContext } from './context';
import { oneLine } from './plain-text';

const MAX_TYPED = 40;

/** The beginning of a typed text, in quotation marks. */
export const quoted = (typed: string, { texts }: CardContext): string => texts.asking.quoted(oneLine(typed, MAX_TYPED));
