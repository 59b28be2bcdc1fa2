import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';

/** 132 bits in letters and digits: nobody guesses them. */
const MAC_LENGTH = 22;

const TOKEN = /^([0-9a-z]{1,7})\.([0-9a-z]{1,6})\.([\w-]{22})$/;

/** Which form a token opens: that of a record, in this turn of it and no other. */
export interface OutsideRef {
  recordId: number;
  turn: number;
}

/** The key of all tokens, from the app's secret: nothing is stored, and every process knows it. */
export function tokenKey(appSecret: string): Buffer {
  return Buffer.from(hkdfSync('sha256', appSecret, '', 'outside-forms', 32));
}

const macOf = (id: string, turn: string, key: Buffer): string =>
  createHmac('sha256', key).update(`${id}.${turn}`).digest('base64url').slice(0, MAC_LENGTH);

/** The token of a form. */
export function tokenOf({ recordId, turn }: OutsideRef, key: Buffer): string {
  const [id, part] = [recordId.toString(36), turn.toString(36)];
  return `${id}.${part}.${macOf(id, part, key)}`;
}

/** The form that a token opens; null if we never gave it out. */
export function readToken(token: string, key: Buffer): OutsideRef | null {
  const [, id, turn, mac] = TOKEN.exec(token) ?? [];
  if (id === undefined || turn === undefined || mac === undefined) return null;
  const isOurs = timingSafeEqual(Buffer.from(mac), Buffer.from(macOf(id, turn, key)));
  return isOurs ? { recordId: Number.parseInt(id, 36), turn: Number.parseInt(turn, 36) } : null;
}
