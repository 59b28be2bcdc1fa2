import type Router from '@koa/router';
import type { Context, Middleware } from 'koa';
import { z } from 'zod';
import type { RegistersApi } from '../domain/registers/api';
import type { RegisterEntry, RegisterName } from '../domain/registers/register';
import type { RowFault, RowFaultName } from '../domain/registers/rows';
import { pointerTo, problemsOf } from './api-schema';
import { answerProblem, type FieldProblem } from './problem-details';
import { readJson } from './read-json';

const MAX_JSON = 1024 * 1024;
const MAX_ROWS = 5000;

const REGISTERS: ReadonlySet<string> = new Set<RegisterName>(['customers', 'products', 'projects']);

const ListQuery = z.strictObject({
  q: z.string().trim().max(100).optional(),
  cursor: z.string().max(20).optional(),
});

/** What is wrong with a column, in words. */
const DETAILS: Record<RowFaultName, string> = {
  missing: 'is missing',
  not_text: 'must be a text',
  not_a_list: 'must be a list',
  not_a_row: 'must be an object',
  unknown_column: 'is not known',
  too_long: 'is too long',
  too_many: 'holds too many items',
  not_a_date: 'must be a date such as 2026-12-01',
  not_an_open_id: 'must be the open_id of a person',
  ends_before_it_begins: 'is before active_from',
  repeated: 'stands in an earlier row of this body, too',
  taken: 'is a name or key of another entry',
};

/** `PUT` and `GET /api/registers/:register` (design §3.7), for holders of a token. */
export function mountRegisters(router: Router, api: RegistersApi, onlyHolders: Middleware): void {
  router.put('/api/registers/:register', onlyHolders, (ctx) =>
    withRegister(ctx, (register) => put(ctx, api, register)),
  );
  router.get('/api/registers/:register', onlyHolders, (ctx) =>
    withRegister(ctx, (register) => list(ctx, api, register)),
  );
}

const isRegister = (name: string): name is RegisterName => REGISTERS.has(name);

function withRegister(ctx: Context, answer: (register: RegisterName) => Promise<void>): void | Promise<void> {
  const name = String(ctx.params.register ?? '');
  if (!isRegister(name)) return answerProblem(ctx, 404, 'there is no such register');
  return answer(name);
}

async function put(ctx: Context, api: RegistersApi, register: RegisterName): Promise<void> {
  const json = await readJson(ctx, MAX_JSON);
  if (!json.ok) return;
  const { value } = json;
  if (!Array.isArray(value)) return answerProblem(ctx, 422, 'the body must be a list of rows');
  if (value.length > MAX_ROWS) return answerProblem(ctx, 422, `the body may hold ${MAX_ROWS} rows at most`);
  const taken = await api.put(register, value);
  if (!taken.ok)
    return answerProblem(ctx, 422, 'some rows cannot be accepted; nothing was changed', taken.faults.map(problem));
  ctx.body = taken.counts;
}

/** Rows count from 1 in words, and from 0 in the pointer. */
function problem({ row, column, fault, other }: RowFault): FieldProblem {
  const owner = fault === 'taken' && other ? `: ${other}` : '';
  return {
    pointer: pointerTo(column === '' ? [row] : [row, column]),
    detail: `row ${row + 1}: ${DETAILS[fault]}${owner}`,
  };
}

async function list(ctx: Context, api: RegistersApi, register: RegisterName): Promise<void> {
  const query = ListQuery.safeParse({ ...ctx.query });
  if (!query.success) {
    return answerProblem(ctx, 422, 'the query cannot be understood', problemsOf(query.error, '#/query'));
  }
  const page = await api.list(register, query.data);
  if (!page) {
    const wrong = { pointer: '#/query/cursor', detail: 'is not the next_cursor of a page' };
    return answerProblem(ctx, 422, 'the query cannot be answered', [wrong]);
  }
  ctx.body = { items: page.items.map(entryJson), next_cursor: page.nextCursor };
}

function entryJson(entry: RegisterEntry) {
  const { key, name, aliases, learned, formerKeys, rep, region, contacts, activeFrom, activeUntil } = entry;
  return {
    ...{ key, name, aliases, rep, region, class: entry.class, contacts },
    ...{ active_from: activeFrom, active_until: activeUntil },
    learned_aliases: learned,
    former_keys: formerKeys,
  };
}
