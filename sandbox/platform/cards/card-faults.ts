import { isRecord } from '../json';

/** One reason for which the platform refuses a card; `code` is the ErrCode inside 230099. */
export interface CardFault {
  code: number;
  /** `ROOT -> body -> elements -> [0](tag: button)` */
  path: string;
  message: string;
}

/** A place in the card, and the list to which a check adds the faults found there. */
export interface Place {
  path: string;
  faults: CardFault[];
}

/** The card cannot be parsed: unknown property, wrong type, tag not allowed here. */
export const PARSE_FAILED = 200621;

/** Adds a fault at this place. */
export function report(at: Place, message: string, code = PARSE_FAILED): void {
  at.faults.push({ code, path: at.path, message });
}

/** The place of a property. */
export function step(at: Place, key: string): Place {
  return { ...at, path: `${at.path} -> ${key}` };
}

/** The place of a list's item; the platform names the item's tag beside its index. */
export function stepIndex(at: Place, index: number, item: unknown): Place {
  const tag = isRecord(item) && typeof item.tag === 'string' ? `(tag: ${item.tag})` : '';
  return step(at, `[${index}]${tag}`);
}

/** The text that Feishu puts into `msg` beside code 230099. */
export function faultMessage({ code, path, message }: CardFault): string {
  return `Failed to create card content, ext=ErrCode: ${code}; ErrPath: ${path}; ErrMsg: ${message}; `;
}
