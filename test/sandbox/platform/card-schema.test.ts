import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020';

const FOLDER = path.join(__dirname, '..', '..', '..', 'sandbox', 'platform', 'cards', 'schema');

test.each(readdirSync(FOLDER))('%s is a schema', (name) => {
  const ajv = new Ajv2020({ strict: true, discriminator: true });
  ajv.addVocabulary(['faultCode']);
  const schema = JSON.parse(readFileSync(path.join(FOLDER, name), 'utf8'));
  expect(ajv.validateSchema(schema)).toBe(true);
});
