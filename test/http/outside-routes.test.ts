import { afterEach, describe, expect, test } from '@jest/globals';
import type { OutsideForm, OutsideForms, OutsidePage } from '../../src/domain/outside-form';
import { serve, type World } from './world';

const HOSTILE = '"><script>alert(1)</script><at id=all></at>';

const FORM: OutsideForm = {
  locale: 'zh-CN',
  title: `月度广告计划 ${HOSTILE}`,
  lead: HOSTILE,
  fields: [
    {
      ...{ name: 'word', label: HOSTILE, required: true, as: 'one_of', values: ['yes'], fault: HOSTILE },
      choices: [
        { value: 'yes', label: HOSTILE },
        { value: 'change', label: '需调整' },
      ],
    },
    { name: 'note', label: '说明', required: false, as: 'text', choices: [], values: [HOSTILE], fault: null },
    { name: 'more', label: '还有', required: false, as: 'line', choices: [], values: [HOSTILE], fault: null },
  ],
  ...{ note: HOSTILE, submit: '提交', save: '先保存', optional: '选填' },
};

const words = (isThere: boolean): OutsidePage => ({
  kind: 'words',
  locale: 'zh-CN',
  title: '链接无效',
  text: '再要一次',
  isThere,
});

let world: World;
afterEach(() => world.server.close());

/** Forms that note what they are asked. */
function forms(page: OutsidePage) {
  const asked: unknown[] = [];
  const answers: OutsideForms = {
    open: async (token) => {
      asked.push(['open', token]);
      return page;
    },
    answer: async (token, fields, intent) => {
      asked.push(['answer', token, fields, intent]);
      return words(true);
    },
  };
  return { asked, answers };
}

const post = (body: string, type = 'application/x-www-form-urlencoded') => ({
  ...{ method: 'POST', body, headers: { 'Content-Type': type } },
});

describe('the web form of somebody outside', () => {
  test('shows what people typed as text, runs no script and asks nobody else', async () => {
    const { asked, answers } = forms({ kind: 'form', form: FORM });
    world = await serve({ outside: answers });
    const { url } = world;
    const response = await fetch(`${url}/r/abc`);
    const html = await response.text();
    expect(response.status).toBe(200);
    expect(html).not.toContain('<script');
    expect(html).not.toContain('<at id=all>');
    expect(html).toContain('&lt;script&gt;');
    expect(html.match(/<input type="radio"/g)).toHaveLength(2);
    expect(html.match(/ checked/g)).toHaveLength(1);
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('referrer-policy')).toBe('no-referrer');
    expect(asked).toEqual([['open', 'abc']]);
  });

  test('hands in what was filled in, or keeps it', async () => {
    const { asked, answers } = forms(words(false));
    world = await serve({ outside: answers });
    const { url } = world;
    expect((await fetch(`${url}/r/abc`, post('word=yes&note=%E5%A5%BD%26&some=a&some=b&intent=submit'))).status).toBe(
      200,
    );
    await fetch(`${url}/r/abc`, post('word=change&intent=save'));
    expect(asked).toEqual([
      ['answer', 'abc', { word: 'yes', note: '好&', some: 'a,b' }, 'submit'],
      ['answer', 'abc', { word: 'change' }, 'save'],
    ]);
  });

  test('is nothing under an unknown link, and takes no other bodies', async () => {
    const { answers } = forms(words(false));
    world = await serve({ outside: answers });
    const { url } = world;
    expect((await fetch(`${url}/r/abc`)).status).toBe(404);
    expect((await fetch(`${url}/r/abc`, post('{}', 'application/json'))).status).toBe(415);
    expect((await fetch(`${url}/r/abc`, post(`note=${'x'.repeat(70_000)}`))).status).toBe(413);
  });
});
