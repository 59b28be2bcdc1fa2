import { AppError, type ErrorCode } from '../domain/errors';

/** The SDK puts ids into paths as they are, so an id with `/` or `?` would call something else: it is refused here. */
export function idInPath(id: string, otherwise: ErrorCode): string {
  if (!/^[A-Za-z0-9_-]+$/.test(id)) throw new AppError(otherwise, 'an id holds characters no id of Feishu has');
  return id;
}
