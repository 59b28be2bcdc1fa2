import { normalised } from '../typed';

/** A code has digits among its letters, or is one of ours: “设置 密码” is a customer's sentence. */
const CODE = '(?=[a-z]*[0-9])[0-9a-z]{4,40}|[0-9a-f]{12}';
const SETUP = new RegExp(`^(?:设置|設置|設定|setup)(?: (${CODE}))?$`);

/** `设置`, or `设置 code` of whoever is to be the first admin; null for anything else. */
export function readSetupWord(text: string): { code: string | null } | null {
  const typed = SETUP.exec(normalised(text));
  return typed && { code: typed[1] ?? null };
}
