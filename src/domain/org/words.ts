const SETUP = /^(?:设置|setup)(?:\s+(\S{1,40}))?$/i;

/** `设置`, or `设置 code` of whoever is to be the first admin; null for anything else. */
export function readSetupWord(text: string): { code: string | null } | null {
  const typed = SETUP.exec(text.trim());
  return typed && { code: typed[1] ?? null };
}
