import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { EDITOR_SCHEMA, editorSchemaText } from './config/procedures/editor-schema';
import { endWithFault } from './end-with-fault';
import { packageRoot } from './package-root';

/** Writes the JSON Schema of definitions beside the shipped ones. */
try {
  writeFileSync(path.join(packageRoot(), 'procedures', EDITOR_SCHEMA), editorSchemaText());
} catch (error) {
  endWithFault(error);
}
