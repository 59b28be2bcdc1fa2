import { Writable } from 'node:stream';
import { expect, test } from '@jest/globals';
import { pino } from 'pino';
import { QueryFailedError } from 'typeorm';
import { AppError } from '../src/domain/errors';
import { errorSerializer } from '../src/log';

test('an error in the log says what failed and where, and nothing that a customer wrote', () => {
  let written = '';
  const sink = new Writable({
    write(chunk, _encoding, done) {
      written += String(chunk);
      done();
    },
  });
  const log = pino({ serializers: { err: errorSerializer } }, sink);
  const driver = Object.assign(new Error("Duplicate entry '13812345678'"), { code: 'ER_DUP_ENTRY' });
  log.error({ err: new QueryFailedError('INSERT INTO feedback', ['空调漏水', 13812345678], driver) }, 'not saved');
  log.error({ err: new AppError('stale_record', 'feedback 1 has moved') }, 'not saved');
  expect(written).not.toMatch(/空调|13812345678/);
  expect(written).toMatch(/ER_DUP_ENTRY[\s\S]*log\.test\.ts[\s\S]*feedback 1 has moved/);
});
