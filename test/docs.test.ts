import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { Metrics } from '../src/engine/metrics';
import { normalize } from '../src/feishu/normalize';

const ROOT = path.join(__dirname, '..');
const READMES = ['README.md', 'README.zh-CN.md'];
const SETUPS = ['docs/setup.md', 'docs/setup.zh-CN.md'];
const PAGES = [
  ...READMES,
  'CHANGELOG.md',
  ...readdirSync(path.join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => path.posix.join('docs', name.split(path.sep).join('/'))),
];

const read = (file: string) => readFileSync(path.join(ROOT, file), 'utf8');

/** Every match of the pattern's first group, in order. */
const all = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map((match) => match[1] as string);

/** Names in the first column of a page's tables. */
const firstColumn = (text: string, name: RegExp) =>
  all(text, /^\| *(`[^|]*)\|/gm).flatMap((cell) => all(cell, /`([^`]+)`/g).filter((found) => name.test(found)));

/** Headings as links name them: lower case, spaces as dashes, without punctuation. */
const anchorsOf = (text: string) =>
  all(text, /^#+ +(.+)$/gm).map((heading) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );

/** Relative links of a page without a target. */
function brokenLinks(page: string): string[] {
  const links = all(read(page), /\]\(([^)\s]+)\)/g).filter((link) => !/^[a-z]+:/.test(link));
  return links.filter((link) => {
    const [file = '', anchor] = link.split('#');
    const target = file === '' ? page : path.posix.join(path.posix.dirname(page), file);
    if (!existsSync(path.join(ROOT, target))) return true;
    return anchor !== undefined && !anchorsOf(read(target)).includes(anchor);
  });
}

test.each(PAGES)('every link of %s has a target', (page) => {
  expect(brokenLinks(page)).toEqual([]);
});

describe.each(READMES)('%s', (readme) => {
  test('gives the command that CI runs, and names scripts that exist', () => {
    const commands = all(read(readme), /^(npm ci && npm .+)$/gm);
    expect(commands).toEqual(['npm ci && npm start', 'npm ci && npm run check']);
    expect(all(read('.ci/run'), /(npm ci && npm [^;]+)/g)).toEqual([commands[1]]);
    expect(JSON.parse(read('package.json')).scripts).toMatchObject({
      start: expect.any(String),
      check: expect.any(String),
    });
  });

  test('lists exactly the variables of .env.example', () => {
    const known = all(read('.env.example'), /^(?:# )?([A-Z][A-Z_]+)=/gm);
    expect(firstColumn(read(readme), /^[A-Z_]+$/)).toEqual(known);
  });
});

test('operations.md lists exactly the metrics there are', () => {
  const names = new Metrics().registry.getMetricsAsArray().map(({ name }) => name);
  expect(firstColumn(read('docs/operations.md'), /^feedback_/).sort()).toEqual(names.sort());
});

test.each(['alerts.yaml', 'grafana.json'])('monitoring/%s asks only for metrics there are', (file) => {
  const known = new Metrics().registry.getMetricsAsArray().map(({ name }) => name);
  const asked = all(read(`docs/monitoring/${file}`), /\b(feedback_[a-z_]+?)(?:_bucket)?\b/g);
  expect(asked.length).toBeGreaterThan(10);
  expect(asked.filter((name) => !known.includes(name))).toEqual([]);
});

test.each(SETUPS)('%s names only events that the program knows', (page) => {
  const named = new Set(all(read(page), /`((?:im|card)\.[a-z_.]+(?:_v\d|\.trigger))`/g));
  expect(named).toContain('card.action.trigger');
  const unknown = [...named].filter((type) => {
    const incoming = normalize({ header: { event_type: type }, event: {} }, null);
    return incoming.kind === 'ignored' && incoming.reason === 'an event we do not use';
  });
  expect(unknown).toEqual([]);
});
