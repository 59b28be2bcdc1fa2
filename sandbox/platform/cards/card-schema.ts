import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020';
import { isRecord } from '../json';
import { type Place, report, step, stepIndex } from './card-faults';
import behaviors from './schema/behaviors.json';
import card from './schema/card.json';
import choices from './schema/choices.json';
import containers from './schema/containers.json';
import controls from './schema/controls.json';
import display from './schema/display.json';
import parts from './schema/parts.json';
import { shapeMessage } from './shape-message';

/** Tags of the components that a person operates. */
export const INTERACTIVE_TAGS: ReadonlySet<string> = new Set(Object.keys({ ...controls.$defs, ...choices.$defs }));

/** Tags of Card JSON 1.0 that 2.0 refuses with a code of their own. */
const REMOVED_TAGS = new Set(['action', 'note']);
const REMOVED = 200861;

let validate: ValidateFunction | null = null;

/** Reports every property that the schema of Card JSON 2.0 does not know or whose value is of another kind. */
export function checkShape(value: unknown, at: Place): void {
  validate ??= compile();
  if (validate(value)) return;
  for (const error of validate.errors ?? []) {
    // A failed choice is one fault; its branches add no further faults.
    if (/\/(?:anyOf\/|if$)/.test(error.schemaPath)) continue;
    const place = placeOf(error.instancePath, value, at);
    if (isRemovedTag(error)) {
      const tag = String(error.params.tagValue);
      report(place, `cards of schema V2 no longer support this capability; unsupported tag ${tag}`, REMOVED);
    } else {
      report(place, shapeMessage(error), faultCodeOf(error));
    }
  }
}

/** Compiles for a quick start: a process checks few cards, and a test holds the schema against its meta-schema. */
function compile(): ValidateFunction {
  const ajv = new Ajv2020({
    allErrors: true,
    verbose: true,
    discriminator: true,
    schemas: [behaviors, choices, containers, controls, display, parts],
    inlineRefs: false,
    code: { optimize: false },
    meta: false,
    validateSchema: false,
  });
  return ajv.addVocabulary(['faultCode']).compile(card);
}

const isRemovedTag = ({ keyword, params, parentSchema }: ErrorObject) =>
  keyword === 'discriminator' && parentSchema?.title === 'element' && REMOVED_TAGS.has(params.tagValue);

function faultCodeOf({ parentSchema }: ErrorObject): number | undefined {
  return isRecord(parentSchema) && typeof parentSchema.faultCode === 'number' ? parentSchema.faultCode : undefined;
}

/** Turns a JSON pointer such as `/body/elements/0` into the platform's path. */
function placeOf(pointer: string, value: unknown, root: Place): Place {
  let place = root;
  let here = value;
  for (const part of pointer.split('/').slice(1)) {
    const key = part.replaceAll('~1', '/').replaceAll('~0', '~');
    const inner: unknown = Array.isArray(here) ? here[Number(key)] : isRecord(here) ? here[key] : undefined;
    place = Array.isArray(here) ? stepIndex(place, Number(key), inner) : step(place, key);
    here = inner;
  }
  return place;
}
