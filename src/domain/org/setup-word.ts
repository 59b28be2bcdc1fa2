import { normalised } from '../text/normalised-text';

const SETUP = /^(?:设置|設置|设定|設定|shezhi|setup|set up|settings)$/;

/** A code has a digit among its letters, or looks like one of ours: “设置 密码” is a customer's sentence. */
const CLAIM = /^(?:设置|設置|setup) ((?=[a-z]*[0-9])[0-9a-z]{4,40}|[0-9a-f]{12})$/;
/** A code as the log shows it. */
const CODE = /^[0-9a-f]{12}$/;

/**
 * Reads `设置`, or `设置 <code>` from the person who wants to be the first admin; null for anything else. `isCode` is false
 * for a text that no log has shown: if there are admins, the message is a customer's and only begins with the word.
 */
export function readSetupWord(text: string): { code: string | null; isCode: boolean } | null {
  const typed = normalised(text);
  if (SETUP.test(typed)) return { code: null, isCode: false };
  const code = CLAIM.exec(typed)?.[1];
  return code === undefined ? null : { code, isCode: CODE.test(code) };
}
