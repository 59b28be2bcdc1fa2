import type { Context } from 'koa';

/** One wrong field of a request; `pointer` is a JSON pointer into its body (RFC 9457 §3's example extension). */
export interface FieldProblem {
  pointer: string;
  detail: string;
}

const TITLES: Record<number, string> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  404: 'Not Found',
  405: 'Method Not Allowed',
  409: 'Conflict',
  413: 'Content Too Large',
  415: 'Unsupported Media Type',
  422: 'Unprocessable Content',
  500: 'Internal Server Error',
  501: 'Not Implemented',
  503: 'Service Unavailable',
};

/** Answers with problem details (RFC 9457). */
export function answerProblem(ctx: Context, status: number, detail: string, errors: FieldProblem[] = []): void {
  ctx.status = status;
  ctx.body = JSON.stringify({
    type: 'about:blank',
    title: TITLES[status] ?? 'Error',
    status,
    detail,
    ...(errors.length > 0 ? { errors } : {}),
  });
  ctx.type = 'application/problem+json';
}
