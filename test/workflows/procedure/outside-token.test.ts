import { describe, expect, test } from '@jest/globals';
import { readToken, tokenKey, tokenOf } from '../../../src/workflows/procedure/outside-token';

describe('a token', () => {
  const key = tokenKey('app secret');
  const token = tokenOf({ recordId: 1234, turn: 7 }, key);

  test('opens the form of one turn of one record', () => {
    expect(readToken(token, key)).toEqual({ recordId: 1234, turn: 7 });
    expect(token.length).toBeLessThan(40);
  });

  test.each([
    ['of another app', token, tokenKey('another secret')],
    ['of another record', token.replace(/^\w+/, (1235).toString(36)), key],
    ['of another turn', token.replace(/\.7\./, '.8.'), key],
    ['with another ending', `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`, key],
    ['that is none', 'hello', key],
    ['that is empty', '', key],
  ])('%s opens nothing', (_what, given, withKey) => {
    expect(readToken(given, withKey)).toBeNull();
  });
});
