import { z } from 'zod';
import { type EditorShape, editorShapes } from './grammar/written';
import { definitionShape } from './schema';

/** The name of the JSON Schema beside the shipped definitions. */
export const EDITOR_SCHEMA = 'procedure.schema.json';

/** The JSON Schema by which an editor completes and checks a definition: its shape, not what the checker knows beside. */
export function editorSchema(): object {
  return z.toJSONSchema(definitionShape, {
    io: 'input',
    override: ({ zodSchema, jsonSchema }) => {
      const { shape, short } = editorShapes.get(zodSchema) ?? {};
      if (shape) replace(jsonSchema, shape);
      if (short) replace(jsonSchema, { anyOf: [short, { ...jsonSchema }] });
    },
  });
}

function replace(schema: EditorShape, by: EditorShape): void {
  for (const entry of Object.keys(schema)) delete schema[entry];
  Object.assign(schema, by);
}

/** The file as it is written. */
export const editorSchemaText = (): string => `${JSON.stringify(editorSchema(), null, 2)}\n`;
