import { z } from 'zod';
import type { SetupFaultName } from '../domain/org/changes';
import type { RungReader } from '../domain/org/ladders';
import type { Sla } from '../domain/org/org';
import {
  CALENDARS,
  MAX_NAME_LENGTH,
  ROUTINGS,
  readDayOfMonth,
  readDuration,
  readEveryDays,
  readId,
  readKey,
  readName,
  readQuietHours,
  readRungDay,
  readRungReader,
  readTimeOfDay,
  WEEKDAYS,
  writeDays,
  writeDuration,
  writeQuietHours,
  writeRungDay,
  writeTimeOfDay,
} from '../domain/org/values';
import { isDate } from '../domain/time';

/** How a value stands as a text. */
interface Written<T> {
  /** Null for a text that is no such value. */
  read: (text: string) => T | null;
  write: (value: T) => string;
  /** What a fault of `org.yaml` says after "must be". */
  expected: string;
  /** What a form of the setup says of a wrong text. */
  fault: SetupFaultName;
}

/** The schema of a value: `decode` reads its text, `encode` writes it. A fault carries both of its names. */
function written<T>({ read, write, expected, fault }: Written<T>) {
  const message = `must be ${expected}`;
  const text = z.string({ error: ({ input }) => (input === undefined ? 'is missing' : message) });
  return z.codec(text, z.custom<T>(), {
    decode: (given, { issues }) => {
      const value = read(given);
      if (value !== null) return value;
      issues.push({ code: 'custom', input: given, message, params: { fault } });
      return z.NEVER;
    },
    encode: write,
  });
}

const asItIs = (text: string) => text;

function choice<T extends string>(choices: readonly T[]) {
  return written<T>({
    read: (text) => choices.find((one) => one === text.toLowerCase()) ?? null,
    write: asItIs,
    expected: `one of ${choices.join(', ')}`,
    fault: 'not_a_choice',
  });
}

function id(prefix: 'oc_' | 'ou_' | 'od-', what: string) {
  return written<string>({
    read: (text) => readId(text, prefix),
    write: asItIs,
    expected: `${what} (${prefix}…)`,
    fault: 'not_a_choice',
  });
}

export const key = written<string>({
  read: readKey,
  write: asItIs,
  expected: 'lower-case letters, digits and _, a letter first, at most 50',
  fault: 'not_a_choice',
});

export const name = written<string>({
  read: readName,
  write: asItIs,
  expected: `a text of 1 to ${MAX_NAME_LENGTH} characters`,
  fault: 'too_long',
});

export const chat = id('oc_', 'a chat_id');
export const person = id('ou_', 'an open_id');
export const feishuDepartment = id('od-', 'an open_department_id');

export const routing = choice(ROUTINGS);
export const calendar = choice(CALENDARS);

/** YAML's own words for it come as texts. */
export const yesOrNo = written<boolean>({
  read: (text) => (['true', 'yes'].includes(text) ? true : ['false', 'no'].includes(text) ? false : null),
  write: String,
  expected: 'true or false',
  fault: 'not_a_choice',
});

/** YAML's own words for it come as texts. */
export const onOrOff = written<boolean>({
  read: (text) => (['on', 'yes', 'true'].includes(text) ? true : ['off', 'no', 'false'].includes(text) ? false : null),
  write: (isOn) => (isOn ? 'on' : 'off'),
  expected: 'on or off',
  fault: 'not_a_choice',
});

/** The day of a rung, counted from the due day. */
export const rungDay = written({
  read: readRungDay,
  write: writeRungDay,
  expected: 'due, or a number of days such as -1 workday or +3 days',
  fault: 'not_a_choice',
});

export const everyDays = written({
  read: readEveryDays,
  write: writeDays,
  expected: 'a number of days such as 5 workdays or 7 days',
  fault: 'not_a_choice',
});

export const rungReader = written<RungReader>({
  read: readRungReader,
  write: asItIs,
  expected: 'one of holder, lead, manager, giver, or a position such as position:gm',
  fault: 'not_a_choice',
});

/** Where a reminder stands that is no message of its own. */
export const digestOnly = choice(['digest']);

/** In ms. */
export const duration = written<number>({
  read: readDuration,
  write: writeDuration,
  expected: 'a duration such as 45s, 30m, 12h or 7d',
  fault: 'not_a_duration',
});

/** `hours` is null for `off`. */
export const quietHours = written<{ hours: Sla['quietHours'] }>({
  read: readQuietHours,
  write: ({ hours }) => writeQuietHours(hours),
  expected: 'two times such as "22:00-08:00", or off',
  fault: 'not_hours',
});

/** In minutes after midnight. */
export const timeOfDay = written<number>({
  read: readTimeOfDay,
  write: writeTimeOfDay,
  expected: 'a time such as "09:00"',
  fault: 'not_a_time',
});

/** 0 is Sunday. */
export const weekday = written<number>({
  read: (text) => {
    const index = (WEEKDAYS as readonly string[]).indexOf(text.toLowerCase());
    return index < 0 ? null : index;
  },
  write: (index) => WEEKDAYS[index] ?? 'monday',
  expected: `one of ${WEEKDAYS.join(', ')}`,
  fault: 'not_a_choice',
});

export const dayOfMonth = written<number>({
  read: readDayOfMonth,
  write: String,
  expected: 'a day from 1 to 28',
  fault: 'not_a_day',
});

export const date = written<string>({
  read: (text) => (isDate(text) ? text : null),
  write: asItIs,
  expected: 'a date such as 2027-02-05',
  fault: 'not_lines',
});
