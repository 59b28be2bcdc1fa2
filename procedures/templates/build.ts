import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { standardTemplate } from './standard-template';

// `npm run templates` writes the shipped templates anew.

writeFileSync(path.join(__dirname, 'standard.docx'), standardTemplate());
