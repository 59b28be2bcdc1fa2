import type { ErrorObject } from 'ajv';
import { isRecord } from '../json';

/** The platform's names for the types of JSON. */
const TYPES: Record<string, string> = { array: 'list', boolean: 'bool', integer: 'int' };

/** The `ErrMsg` for an error of the schema. */
export function shapeMessage({ keyword, params, schema, parentSchema, data }: ErrorObject): string {
  switch (keyword) {
    case 'additionalProperties':
      return `unknown property, property: ${params.additionalProperty}`;
    case 'required':
      return `${params.missingProperty} is required`;
    case 'type':
      return `type of value is not ${TYPES[params.type] ?? params.type}`;
    case 'const':
      return `invalid value ${JSON.stringify(data)}, allowed: ${params.allowedValue}`;
    case 'enum':
      return `invalid value ${JSON.stringify(data)}, allowed: ${params.allowedValues.join(' ')}`;
    case 'pattern':
      return `${JSON.stringify(data)} is not ${titleOf(parentSchema) ?? 'of the right form'}`;
    case 'discriminator':
      return `type of ${titleOf(parentSchema) ?? 'value'} is not supported tag: ${params.tagValue}`;
    case 'anyOf':
      return `needs ${alternatives(schema).join(' or ')}`;
    case 'minLength':
      return 'must be a string that is not empty';
    case 'maxLength':
      return `longer than ${params.limit} characters`;
    case 'minItems':
      return `must hold at least ${params.limit}`;
    case 'maxItems':
      return `must hold at most ${params.limit}`;
    case 'minProperties':
      return 'must not be empty';
    case 'minimum':
    case 'maximum':
      return `must be ${params.comparison} ${params.limit}`;
    default:
      return `${keyword} does not hold`;
  }
}

const titleOf = (schema: unknown) => (isRecord(schema) && typeof schema.title === 'string' ? schema.title : undefined);

/** The properties that each branch of an `anyOf` requires: `url`, `pc_url and ios_url and android_url`. */
function alternatives(branches: unknown): string[] {
  if (!Array.isArray(branches)) return [];
  return branches.map((branch) => (Array.isArray(branch.required) ? branch.required.join(' and ') : ''));
}
