/** Letters that stand joined to a telephone number; of others, such as `SO138…`, a number is a part's. */
const CONTACT_LETTERS = new Set(
  `tel telephone phone mobile mob cell call contact wechat weixin wx vx v qq fax whatsapp hp m t p h ph mr mrs ms miss dr
  sj dh`.split(/\s+/),
);
const LETTERS = /(?<![A-Za-z0-9])[A-Za-z0-9]{0,31}[A-Za-z][-_./]?$/;

/** The letters joined to a number, from the text before it: `HT-`. */
export function lettersBefore(before: string): string {
  return LETTERS.exec(before)?.[0] ?? '';
}

/**
 * Whether such letters make the number behind them a part's or an order's: `SO`, `sf`, `35GW-`. A single letter, a word
 * and a name (`Wang138…`) do not.
 */
export function isCode(letters: string): boolean {
  const word = letters.replace(/[-_.]$/, '');
  if (!/[A-Za-z]$/.test(word) || CONTACT_LETTERS.has(word.toLowerCase())) return false;
  if (word.length === 1) return word !== letters;
  return !/^(?:[A-Z][a-z]+|[a-z]{4,})$/.test(word);
}
