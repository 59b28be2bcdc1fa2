import { jest } from '@jest/globals';
import type { guess } from '../../../src/domain/feedback/intake/prefill-rules';

let count = 0;

// Before the program is imported: that is why this file is imported first.
jest.mock('../../../src/domain/feedback/intake/prefill-rules', () => {
  const actual = jest.requireActual<{ guess: typeof guess }>('../../../src/domain/feedback/intake/prefill-rules');
  const counted: typeof guess = (...of) => {
    count += 1;
    return actual.guess(...of);
  };
  return { ...actual, guess: counted };
});

/** How often the rules have filled in a draft in this file. */
export const guesses = (): number => count;
