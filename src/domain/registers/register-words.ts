import { foldedName } from './folding';
import type { RegisterName } from './register';

/** A word about a register: `客户 恒泰建材`; `name` is empty for the word alone. */
export interface RegisterWord {
  register: RegisterName;
  name: string;
}

const WORDS: Record<string, RegisterName> = {
  客户: 'customers',
  客戶: 'customers',
  customer: 'customers',
  customers: 'customers',
  产品: 'products',
  產品: 'products',
  product: 'products',
  products: 'products',
  项目: 'projects',
  項目: 'projects',
  project: 'projects',
  projects: 'projects',
};

/** The word, then nothing, or a blank or a colon and a name. A customer's sentence has marks in it, or is longer. */
const TYPED = /^(\S{2,9}?)(?:[ :][ ]?(\S.{0,59}))?$/;
const SENTENCE = /[，。；;！!？?\n]/;

/** Longer names are rather what a customer wrote. */
const MAX_NAME = 40;

/** Reads a word about a register; null for any other text, which may be a customer's. */
export function readRegisterWord(text: string): RegisterWord | null {
  if (text.length > MAX_NAME + 20 || SENTENCE.test(text.trim())) return null;
  const typed = text
    .normalize('NFKC')
    .trim()
    .replace(/[ \t]+/g, ' ');
  const [, word = '', name = ''] = TYPED.exec(typed) ?? [];
  const register = Object.hasOwn(WORDS, word.toLowerCase()) ? WORDS[word.toLowerCase()] : undefined;
  if (register === undefined || name.length > MAX_NAME) return null;
  return name !== '' && foldedName(name) === '' ? null : { register, name: name.trim() };
}
