import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { codeOf, filesIn, type Import, importsOf, isProgram, read, worldlyReadsOf } from './source-code';

/**
 * Who may import what. Each entry is the start of a path from the project's root, or of a package's name. Imports of
 * `types` must leave nothing at run time.
 */
interface Rule {
  values: string[];
  types?: string[];
}

const NODE = 'node:';

/** Files of the domain that belong to no workflow. */
const SHARED_DOMAIN = filesIn('src/domain')
  .filter((file) => !/^src\/domain\/(?:feedback|procedure)\//.test(file))
  .map((file) => file.replace(/\.ts$/, ''));

/** The engine's files for the rooms above it: committing a decision, and the contract of a workflow. */
const ENGINE_CONTRACTS = [
  'src/engine/workflow',
  'src/engine/desk',
  'src/engine/core',
  'src/engine/commands/',
  'src/engine/time-limit',
];

/** The first entry that matches a file's path is its rule: the table of style.md, one line per folder. */
const RULES: [file: RegExp, rule: Rule][] = [
  [/^src\/domain\/time\.ts$/, { values: ['dayjs'] }],
  [/^src\/domain\/feedback\/chinese-script\.ts$/, { values: ['opencc-js/t2cn'] }],
  [/^src\/domain\//, { values: ['src/domain/'] }],
  // The kit knows no workflow.
  [/^cards\/kit\//, { values: ['cards/kit/', ...SHARED_DOMAIN], types: ['cards/texts/', ...SHARED_DOMAIN] }],
  [/^cards\/texts\//, { values: ['cards/texts/', 'cards/kit/', 'src/domain/'] }],
  [/^cards\/feedback\//, { values: ['cards/kit/', 'cards/texts/', 'cards/feedback/', 'src/domain/'] }],
  [/^cards\/procedure\//, { values: ['cards/kit/', 'cards/texts/', 'cards/procedure/', 'src/domain/'] }],
  [
    /^cards\/registers\//,
    {
      values: ['cards/kit/', 'cards/texts/', 'cards/registers/', 'cards/desk/commands', ...SHARED_DOMAIN],
    },
  ],
  [/^cards\/setup\//, { values: ['cards/kit/', 'cards/texts/', 'cards/setup/', 'src/domain/org/', ...SHARED_DOMAIN] }],
  [/^cards\/desk\//, { values: ['cards/kit/', 'cards/texts/', 'cards/desk/', ...SHARED_DOMAIN] }],
  [/^cards\/gallery\//, { values: ['cards/', 'src/domain/'] }],
  [/^migrations\//, { values: ['typeorm', 'migrations/steps'] }],
  // The data source lists the migrations; the embedded database is libsql; `known-app` uses the drivers without
  // TypeORM.
  [/^src\/db\//, { values: ['src/domain/', 'src/db/', 'migrations/', 'typeorm', 'libsql', 'mysql2/promise', NODE] }],
  [
    /^src\/engine\//,
    { values: ['src/domain/', 'src/db/', 'src/engine/', 'cards/kit/', 'prom-client', NODE], types: ['pino'] },
  ],
  [
    /^src\/workflows\//,
    {
      values: [
        'src/domain/',
        'src/db/',
        'cards/',
        'src/workflows/',
        'src/documents/',
        ...ENGINE_CONTRACTS,
        'write-excel-file/node',
        NODE,
      ],
      types: ['src/engine/', 'src/desk/', 'pino'],
    },
  ],
  [
    /^src\/desk\//,
    {
      values: [
        'src/domain/',
        'src/db/',
        'cards/',
        'src/config/',
        'src/desk/',
        ...ENGINE_CONTRACTS,
        'write-excel-file/node',
        NODE,
      ],
      types: ['src/engine/', 'pino'],
    },
  ],
  [
    /^src\/config\//,
    { values: ['src/domain/', 'src/config/', 'chinese-days', 'yaml', 'zod', NODE], types: ['src/db/'] },
  ],
  [
    /^src\/feishu\//,
    {
      values: ['src/domain/', 'cards/kit/', 'src/feishu/', '@larksuiteoapi/node-sdk', 'html-entities', NODE],
      types: ['pino'],
    },
  ],
  [
    /^src\/documents\//,
    {
      values: ['src/domain/', 'src/documents/', 'docxtemplater', 'pizzip', NODE],
      // Another process runs these two.
      types: ['read-excel-file/universal', 'fflate', 'pino'],
    },
  ],
  [
    /^src\/http\//,
    {
      values: [
        'src/engine/',
        'src/desk/',
        'src/feishu/',
        'src/http/',
        'src/domain/text/well-formed',
        'src/domain/fields',
        'koa',
        '@koa/router',
        'zod',
        NODE,
      ],
      types: ['src/domain/', 'pino'],
    },
  ],
  // The composition root and its pieces.
  [/^src\/app\.ts$/, { values: ['src/', 'cards/', NODE], types: ['pino'] }],
  [/^src\/program\.ts$/, { values: ['src/workflows/'], types: ['src/', 'cards/texts/', 'pino'] }],
  [/^src\/procedure-folders\.ts$/, { values: ['src/package-root', NODE] }],
  [/^src\/ticker\.ts$/, { values: ['src/clock-steps', 'src/domain/'], types: ['src/', 'pino'] }],
  [/^src\/sandbox-seam\.ts$/, { values: ['cards/gallery/', 'src/domain/', 'src/engine/time-limit'], types: ['src/'] }],
  [/^src\/main\.ts$/, { values: ['src/', NODE] }],
  [/^src\/start-bot\.ts$/, { values: ['src/', 'reflect-metadata', NODE], types: ['pino'] }],
  [/^src\/sandbox-bot\.ts$/, { values: ['src/', NODE] }],
  [
    /^src\/sandbox-mode\.ts$/,
    {
      values: [
        'sandbox/server',
        'sandbox/bot-process',
        'sandbox/memory-file',
        'src/db/known-app',
        'src/domain/errors',
        'src/end-with-fault',
        'src/stop-on-signals',
        'src/package-root',
        NODE,
      ],
      types: ['src/', 'pino'],
    },
  ],
  [/^src\/org-export\.ts$/, { values: ['src/', 'reflect-metadata', NODE] }],
  [/^src\/procedures-(?:check|schema)\.ts$/, { values: ['src/', NODE] }],
  [/^src\/log\.ts$/, { values: ['src/domain/', 'pino'] }],
  [/^src\/[^/]+\.ts$/, { values: ['src/domain/', 'cards/', NODE], types: ['src/', 'pino'] }],
  [
    /^sandbox\/page\//,
    { values: ['sandbox/page/', 'preact', 'markdown-it', '@visactor/vchart'], types: ['sandbox/page-contract'] },
  ],
  [/^sandbox\/build-page\.mjs$/, { values: ['esbuild', NODE] }],
  [/^sandbox\/memory-file\.ts$/, { values: ['sandbox/', 'libsql', NODE] }],
  [/^sandbox\//, { values: ['sandbox/', 'ajv', 'ws', 'protobufjs', NODE] }],
];

const PROGRAM = filesIn('src', 'cards', 'migrations', 'sandbox').filter(isProgram);

/** A path from the root, or the package's name. */
function targetOf(file: string, from: string): string {
  return from.startsWith('.') ? path.posix.join(path.posix.dirname(file), from) : from;
}

const starts = (target: string, allowed: string) =>
  target === allowed || target.startsWith(/[/:]$/.test(allowed) ? allowed : `${allowed}/`);

const IMPORTS = PROGRAM.flatMap((file) =>
  importsOf(read(file)).map((found) => ({ ...found, file, target: targetOf(file, found.from) })),
);

function mayImport(rule: Rule, { target, isValue }: Import & { target: string }): boolean {
  const allowed = isValue ? rule.values : [...rule.values, ...(rule.types ?? [])];
  return allowed.some((entry) => starts(target, entry));
}

/** The groups of files that import each other, each as a list; empty if there is no circle (Tarjan's algorithm). */
function circlesIn(uses: Map<string, string[]>): string[][] {
  const circles: string[][] = [];
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const stack: string[] = [];
  const visit = (file: string): void => {
    index.set(file, index.size);
    low.set(file, index.get(file) as number);
    stack.push(file);
    for (const used of uses.get(file) ?? []) {
      if (!index.has(used)) visit(used);
      if (stack.includes(used)) low.set(file, Math.min(low.get(file) as number, low.get(used) as number));
    }
    if (low.get(file) !== index.get(file)) return;
    const circle = stack.splice(stack.indexOf(file));
    if (circle.length > 1) circles.push(circle.sort());
  };
  for (const file of uses.keys()) if (!index.has(file)) visit(file);
  return circles;
}

const shown = ({ file, target, isValue }: (typeof IMPORTS)[number]) =>
  `${file} imports ${isValue ? '' : 'a type of '}${target}`;

describe('which folder may import which', () => {
  test('every file keeps to its rule', () => {
    const ruleOf = (file: string) => RULES.find(([files]) => files.test(file))?.[1] ?? { values: [] };
    const broken = IMPORTS.filter((found) => !mayImport(ruleOf(found.file), found));
    expect(broken.map(shown)).toEqual([]);
  });

  test.each([
    ['the sandbox', /^sandbox\//, /^(?:sandbox\/|src\/sandbox-mode\.ts$)/],
    ['TypeORM', /^typeorm/, /^(?:src\/db|migrations)\//],
    ['dayjs', /^dayjs/, /^src\/domain\/time\.ts$/],
    ['the table of Chinese characters', /^opencc-js/, /^src\/domain\/feedback\/chinese-script\.ts$/],
    ['the SDK', /^@larksuiteoapi\//, /^src\/feishu\//],
    ['the names of characters', /^html-entities/, /^src\/feishu\//],
    ['Koa', /^@?koa(?:\/|$)/, /^src\/http\//],
    ['zod', /^zod/, /^src\/(?:config|http)\//],
    ['yaml', /^yaml/, /^src\/config\//],
    ['the holiday data', /^chinese-days/, /^src\/config\//],
    ['the library of templates', /^(?:docxtemplater|pizzip)/, /^src\/documents\//],
    ['the reader of workbooks', /^(?:read-excel-file|fflate)/, /^src\/documents\//],
    ['prom-client', /^prom-client/, /^src\/engine\/metrics\.ts$/],
    ['reflect-metadata', /^reflect-metadata/, /^src\/(?:start-bot|org-export)\.ts$/],
  ])('only its own room imports %s', (_name, target, place) => {
    const users = IMPORTS.filter((found) => target.test(found.target));
    expect(users).not.toEqual([]);
    expect(users.filter(({ file }) => !place.test(file)).map(shown)).toEqual([]);
  });

  test('the engine names no workflow, and no workflow names another', () => {
    const workflows = [...new Set(filesIn('src/workflows').map((file) => file.split('/')[2] as string))];
    expect(workflows).toContain('feedback');
    const belongsTo = (target: string) =>
      workflows.find((name) =>
        new RegExp(`^(?:src/domain/${name}/|src/workflows/${name}/|src/db/${name}[-/]|cards/${name}/)`).test(target),
      );
    const named = IMPORTS.filter(({ file, target }) => {
      const owner = belongsTo(target);
      if (owner === undefined) return false;
      const isAbove = file.startsWith('src/engine/') || file.startsWith('src/desk/');
      return isAbove || (file.startsWith('src/workflows/') && owner !== belongsTo(file));
    });
    expect(named.map(shown)).toEqual([]);
  });
});

describe('rooms', () => {
  test('no folder holds more than 25 files', () => {
    const count = new Map<string, number>();
    for (const file of filesIn('src', 'cards', 'migrations', 'sandbox', 'test', 'bench')) {
      const folder = path.posix.dirname(file);
      count.set(folder, (count.get(folder) ?? 0) + 1);
    }
    expect([...count].filter(([, files]) => files > 25)).toEqual([]);
  });

  test('no imports of values run in a circle', () => {
    const uses = new Map<string, string[]>();
    for (const { file, target, isValue } of IMPORTS) {
      const used = PROGRAM.find((one) => one.replace(/\.(?:tsx?|mjs)$/, '') === target);
      if (isValue && used) uses.set(file, [...(uses.get(file) ?? []), used]);
    }
    expect(circlesIn(uses)).toEqual([]);
  });
});

describe('habits', () => {
  test('cards, domain and engine neither read the clock nor throw dice', () => {
    const pure = PROGRAM.filter((file) => /^(?:cards|src\/domain|src\/engine)\//.test(file));
    expect(pure.length).toBeGreaterThan(50);
    expect(pure.flatMap((file) => worldlyReadsOf(read(file)).map((what) => `${file}: ${what}`))).toEqual([]);
  });

  test('no file is longer than 300 lines', () => {
    const long = filesIn('src', 'cards', 'sandbox').filter((file) => read(file).split('\n').length > 301);
    expect(long).toEqual([]);
  });

  test('names are kebab-case', () => {
    const kebab = /^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.test)?(?:\.[a-z]+)?$/;
    const all = filesIn('src', 'cards', 'migrations', 'sandbox', 'test', 'bench');
    const odd = all.filter((file) => !file.split('/').every((part) => kebab.test(part)));
    expect(odd.filter((file) => !path.basename(file).startsWith('LICENSE-'))).toEqual([]);
  });

  test('exports have names', () => {
    // jest needs default exports in these two.
    const jests = /^test\/global-(?:setup|teardown)\.ts$/;
    const all = [...PROGRAM, ...filesIn('test', 'bench').filter(isProgram)].filter((file) => !jests.test(file));
    const unnamed = all.filter((file) => /\bexport\s+default\b|\bas\s+default\b/.test(codeOf(read(file)).code));
    expect(unnamed).toEqual([]);
  });
});
