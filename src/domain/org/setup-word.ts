import { normalised } from '../normalised-text';

const SETUP = /^(?:设置|設置|设定|設定|shezhi|setup|set up|settings)$/;

/** A code has digits among its letters, or is one of ours: “设置 密码” is a customer's sentence. */
const CLAIM = /^(?:设置|設置|setup) ((?=[a-z]*[0-9])[0-9a-z]{4,40}|[0-9a-f]{12})$/;
/** What the log's codes look like, so that no customer's words are taken for one. */
const CODE = /^[0-9a-f]{12}$/;

/**
 * `设置`, or `设置 code` of whoever is to be the first admin; null for anything else. `isCode` is false for what can be no
 * code of ours: where there are admins it is a customer's message that begins with the word.
 */
export function readSetupWord(text: string): { code: string | null; isCode: boolean } | null {
  const typed = normalised(text);
  if (SETUP.test(typed)) return { code: null, isCode: false };
  const code = CLAIM.exec(typed)?.[1];
  return code === undefined ? null : { code, isCode: CODE.test(code) };
}
