import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { codeOf, filesIn, type Import, importsOf, isProgram, read, worldlyReadsOf } from './source-code';

/**
 * Who may import what. Each entry is the start of a path from the project's root or of a package's name; `types` may be
 * imported where nothing of them is left at run time.
 */
interface Rule {
  values: string[];
  types?: string[];
}

const NODE = 'node:';

/** The first that matches a file's path is its rule. */
const RULES: [file: RegExp, rule: Rule][] = [
  [/^src\/domain\/time\.ts$/, { values: ['dayjs'] }],
  [/^src\/domain\//, { values: ['src/domain/'] }],
  [/^cards\//, { values: ['cards/'], types: ['src/domain/'] }],
  [/^migrations\//, { values: ['typeorm'] }],
  // The data source lists the migrations; the embedded database is libsql; `known-app` does without TypeORM.
  [/^src\/db\//, { values: ['src/domain/', 'src/db/', 'migrations/', 'typeorm', 'libsql', 'mysql2/promise', NODE] }],
  [
    /^src\/engine\//,
    { values: ['src/domain/', 'src/db/', 'src/engine/', 'cards/', 'prom-client', NODE], types: ['pino'] },
  ],
  [
    /^src\/workflows\//,
    {
      values: [
        'src/domain/',
        'src/db/',
        'cards/',
        'src/workflows/',
        'src/engine/commit',
        'write-excel-file/node',
        NODE,
      ],
      types: ['src/engine/'],
    },
  ],
  [
    /^src\/feishu\//,
    { values: ['src/domain/', 'cards/callback', 'src/feishu/', '@larksuiteoapi/node-sdk', NODE], types: ['pino'] },
  ],
  [
    /^src\/http\//,
    {
      values: ['src/engine/', 'src/feishu/', 'src/http/', 'koa', '@koa/router', 'zod', NODE],
      types: ['src/domain/', 'pino'],
    },
  ],
  [/^src\/app\.ts$/, { values: ['src/', 'cards/', 'node-cron', NODE], types: ['pino'] }],
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
  [/^src\/(?:yaml-reader|org-file)\.ts$/, { values: ['yaml', 'src/domain/', 'src/yaml-reader'] }],
  [/^src\/read-org\.ts$/, { values: ['src/domain/', 'src/org-file', NODE] }],
  [/^src\/org-export\.ts$/, { values: ['src/', 'reflect-metadata', NODE] }],
  [/^src\/log\.ts$/, { values: ['src/domain/', 'pino'] }],
  // What the composition root is put together from.
  [/^src\/[^/]+\.ts$/, { values: ['src/domain/', 'cards/', NODE], types: ['src/', 'pino'] }],
  [/^sandbox\/page\//, { values: ['sandbox/page/', 'preact', '@visactor/vchart'], types: ['sandbox/page-contract'] }],
  [/^sandbox\/build-page\.mjs$/, { values: ['esbuild', NODE] }],
  [/^sandbox\/memory-file\.ts$/, { values: ['sandbox/', 'libsql', NODE] }],
  [/^sandbox\//, { values: ['sandbox/', 'ws', 'protobufjs', NODE] }],
];

/**
 * The domain's own words as cards use them at run time: pure lists and predicates that a copy could only contradict.
 * Complete: neither more nor fewer modules than these.
 */
const DOMAIN_WORDS_ON_CARDS = [
  'src/domain/feedback/attachments',
  'src/domain/feedback/commands',
  'src/domain/feedback/model',
  'src/domain/feedback/walls',
  'src/domain/merged-items',
  'src/domain/org',
  'src/domain/org/holiday-lines',
  'src/domain/org/holidays',
  'src/domain/org/settings',
  'src/domain/org/values',
  'src/domain/time',
];

const PROGRAM = filesIn('src', 'cards', 'migrations', 'sandbox').filter(isProgram);

/** A path from the root, or the package's name as written. */
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

const shown = ({ file, target, isValue }: (typeof IMPORTS)[number]) =>
  `${file} imports ${isValue ? '' : 'a type of '}${target}`;

describe('which folder may import which', () => {
  test('every file keeps to its rule', () => {
    const ruleOf = (file: string) => RULES.find(([files]) => files.test(file))?.[1] ?? { values: [] };
    const broken = IMPORTS.filter((found) => !mayImport(ruleOf(found.file), found)).filter(
      ({ file, target }) => !(file.startsWith('cards/') && DOMAIN_WORDS_ON_CARDS.includes(target)),
    );
    expect(broken.map(shown)).toEqual([]);
  });

  test('cards use no more of the domain at run time than its words', () => {
    const used = IMPORTS.filter(
      ({ file, target, isValue }) => file.startsWith('cards/') && isValue && target.startsWith('src/'),
    );
    expect([...new Set(used.map(({ target }) => target))].sort()).toEqual(DOMAIN_WORDS_ON_CARDS);
  });

  test.each([
    ['the sandbox', /^sandbox\//, /^(?:sandbox\/|src\/sandbox-mode\.ts$)/],
    ['TypeORM', /^typeorm/, /^(?:src\/db|migrations)\//],
    ['dayjs', /^dayjs/, /^src\/domain\/time\.ts$/],
    ['the SDK', /^@larksuiteoapi\//, /^src\/feishu\//],
    ['Koa', /^@?koa(?:\/|$)/, /^src\/http\//],
    ['node-cron', /^node-cron/, /^src\/app\.ts$/],
    ['prom-client', /^prom-client/, /^src\/engine\/metrics\.ts$/],
    ['reflect-metadata', /^reflect-metadata/, /^src\/(?:start-bot|org-export)\.ts$/],
  ])('only its own place knows %s', (_name, target, place) => {
    const users = IMPORTS.filter((found) => target.test(found.target));
    expect(users).not.toEqual([]);
    expect(users.filter(({ file }) => !place.test(file)).map(shown)).toEqual([]);
  });

  test('the engine names no workflow, and no workflow names another', () => {
    const domains = filesIn('src/domain').map((file) => file.split('/')[2] as string);
    const workflows = [...new Set(domains)].filter((name) => PROGRAM.includes(`src/workflows/${name}.ts`));
    expect(workflows).toContain('feedback');
    const belongsTo = (target: string) =>
      workflows.find((name) => new RegExp(`^src/(?:domain/${name}/|(?:workflows|db)/${name}(?:-|$))`).test(target));
    const named = IMPORTS.filter(({ file, target }) => {
      const owner = belongsTo(target);
      if (owner === undefined) return false;
      return (
        file.startsWith('src/engine/') || (file.startsWith('src/workflows/') && owner !== belongsTo(file.slice(0, -3)))
      );
    });
    expect(named.map(shown)).toEqual([]);
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
    // jest asks for a default in these two.
    const jests = /^test\/global-(?:setup|teardown)\.ts$/;
    const all = [...PROGRAM, ...filesIn('test', 'bench').filter(isProgram)].filter((file) => !jests.test(file));
    const unnamed = all.filter((file) => /\bexport\s+default\b|\bas\s+default\b/.test(codeOf(read(file)).code));
    expect(unnamed).toEqual([]);
  });
});
