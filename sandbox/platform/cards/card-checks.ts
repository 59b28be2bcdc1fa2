/** One reason for which the platform refuses a card; `code` is the ErrCode that it wraps in 230099. */
export interface CardFault {
  code: number;
  /** `ROOT -> body -> elements -> [0](tag: button)` */
  path: string;
  message: string;
}

/** Where in the card a check stands, and where it reports. */
export interface Place {
  path: string;
  faults: CardFault[];
}

export type Check = (value: unknown, at: Place) => void;
export type Fields = Record<string, Check>;
export type Json = Record<string, unknown>;

/** The card cannot be parsed: unknown property, wrong type, tag not allowed here. */
export const PARSE_FAILED = 200621;

export const isRecord = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The value as a list; empty where it is none. */
export const listed = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

export function report(at: Place, message: string, code = PARSE_FAILED): void {
  at.faults.push({ code, path: at.path, message });
}

export function step(at: Place, key: string): Place {
  return { ...at, path: `${at.path} -> ${key}` };
}

/** The step into a list, which names the tag as the platform does. */
export function stepIndex(at: Place, index: number, item: unknown): Place {
  const tag = isRecord(item) && typeof item.tag === 'string' ? `(tag: ${item.tag})` : '';
  return step(at, `[${index}]${tag}`);
}

export const anything: Check = () => undefined;

export const text: Check = (value, at) => {
  if (typeof value !== 'string') report(at, 'type of value is not string');
};

export const filledText: Check = (value, at) => {
  if (typeof value !== 'string' || value === '') report(at, 'must be a string that is not empty');
};

export const flag: Check = (value, at) => {
  if (typeof value !== 'boolean') report(at, 'type of value is not bool');
};

export const record: Check = (value, at) => {
  if (!isRecord(value)) report(at, 'type of value is not object');
};

export const number =
  (min: number, max: number): Check =>
  (value, at) => {
    if (typeof value !== 'number' || !(value >= min && value <= max)) report(at, `must be a number ${min} to ${max}`);
  };

export const integer =
  (min: number, max = Number.MAX_SAFE_INTEGER): Check =>
  (value, at) => {
    if (!Number.isInteger(value) || (value as number) < min || (value as number) > max) {
      report(at, `must be an integer from ${min}${max === Number.MAX_SAFE_INTEGER ? '' : ` to ${max}`}`);
    }
  };

export const oneOf =
  (...allowed: readonly (string | number | boolean)[]): Check =>
  (value, at) => {
    if (!allowed.includes(value as string)) {
      report(at, `invalid value ${JSON.stringify(value)}, allowed: ${allowed.join(' ')}`);
    }
  };

export const matching =
  (pattern: RegExp, what: string, code = PARSE_FAILED): Check =>
  (value, at) => {
    if (typeof value !== 'string' || !pattern.test(value)) {
      report(at, `${JSON.stringify(value)} is not ${what}`, code);
    }
  };

export const listOf =
  (item: Check, min = 0, max = Number.MAX_SAFE_INTEGER): Check =>
  (value, at) => {
    if (!Array.isArray(value)) return report(at, 'type of value is not list');
    if (value.length < min) report(at, `must hold at least ${min}`);
    if (value.length > max) report(at, `must hold at most ${max}`);
    for (const [index, each] of value.entries()) item(each, stepIndex(at, index, each));
  };

/** An object in which `keys` judges each name and `item` each value. */
export const mapOf =
  (keys: Check, item: Check, min = 0): Check =>
  (value, at) => {
    if (!isRecord(value)) return report(at, 'type of value is not object');
    if (Object.keys(value).length < min) report(at, 'must not be empty');
    for (const [key, each] of Object.entries(value)) {
      keys(key, step(at, key));
      item(each, step(at, key));
    }
  };

/** An object with exactly these properties; one that is not named here is refused, as JSON 2.0 does. */
export const shape =
  (required: Fields, optional: Fields = {}): Check =>
  (value, at) => {
    if (!isRecord(value)) return report(at, 'type of value is not object');
    for (const [key, each] of Object.entries(value)) {
      const check = own(required, key) ?? own(optional, key);
      if (check) check(each, step(at, key));
      else report(at, `unknown property, property: ${key}`);
    }
    for (const key of Object.keys(required)) if (!(key in value)) report(at, `${key} is required`);
  };

/** All of these checks. */
export const both =
  (...checks: Check[]): Check =>
  (value, at) => {
    for (const check of checks) check(value, at);
  };

/** At least one of these groups of properties must be complete. */
export const hasOne =
  (...groups: string[][]): Check =>
  (value, at) => {
    if (!isRecord(value)) return;
    const complete = groups.some((group) => group.every((key) => value[key] !== undefined && value[key] !== ''));
    if (!complete) report(at, `needs ${groups.map((group) => group.join(' and ')).join(' or ')}`);
  };

/** Chooses the check by the object's `tag`. */
export const byTag =
  (checks: () => Fields, refused: (tag: unknown) => { code: number; message: string }): Check =>
  (value, at) => {
    const tag = isRecord(value) ? value.tag : undefined;
    const check = typeof tag === 'string' ? own(checks(), tag) : undefined;
    if (check) return check(value, at);
    const { code, message } = refused(tag);
    report(at, message, code);
  };

export function own<T>(table: Record<string, T>, key: string): T | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}
