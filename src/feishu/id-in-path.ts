import { AppError, type ErrorCode } from '../domain/errors';

/** The SDK puts ids into paths unescaped, and an id with `/` or `?` would call another route: such an id is refused. */
export function idInPath(id: string, otherwise: ErrorCode): string {
  if (!/^[A-Za-z0-9_-]+$/.test(id)) throw new AppError(otherwise, 'an id holds characters no id of Feishu has');
  return id;
}
