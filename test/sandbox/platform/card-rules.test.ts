import { describe, expect, test } from '@jest/globals';
import { checkCard } from '../../../sandbox/platform';

const plain = (content: string) => ({ tag: 'plain_text', content });
const card = (...elements: object[]) => ({ schema: '2.0', body: { elements } });
const submit = { tag: 'button', name: 'go', text: plain('提交'), form_action_type: 'submit' };
const form = (...elements: object[]) => ({ tag: 'form', name: 'f', elements });
const input = { tag: 'input', name: 'a', placeholder: plain('请输入'), required: true };
const option = (value: string) => ({ text: plain(value), value });
const nested = (depth: number): object =>
  depth === 0 ? { tag: 'hr' } : { tag: 'column_set', columns: [{ tag: 'column', elements: [nested(depth - 1)] }] };

const GOOD: [string, object][] = [
  [
    'header, tags, config',
    {
      ...card({ tag: 'hr' }),
      config: { update_multi: true, width_mode: 'fill', summary: { content: '反馈' } },
      header: {
        title: plain('反馈 #1'),
        template: 'red',
        text_tag_list: [{ tag: 'text_tag', text: plain('紧急'), color: 'red' }],
      },
    },
  ],
  [
    'a form with every kind of field',
    card(
      form(
        { ...input, input_type: 'multiline_text', rows: 3, max_length: 1000, label: plain('经过') },
        { tag: 'select_static', name: 'b', options: [option('x'), option('y')], initial_option: 'x', required: true },
        { tag: 'multi_select_static', name: 'c', options: [option('x')], selected_values: ['x'] },
        { tag: 'select_person', name: 'd', placeholder: plain('谁') },
        { tag: 'picker_datetime', name: 'e', initial_datetime: '2026-11-02 09:00' },
        { tag: 'date_picker', name: 'g', placeholder: plain('日期') },
        { tag: 'checker', name: 'h', text: plain('匿名') },
        { tag: 'column_set', columns: [{ tag: 'column', width: 'weighted', weight: 1, elements: [submit] }] },
      ),
    ),
  ],
  ['plain text that looks like markup', card({ tag: 'div', text: plain('<at id=all></at> ![x](http://a/b.png)') })],
  ['five containers deep', card(nested(5))],
  [
    'a table, a fold, a picture',
    card(
      {
        tag: 'table',
        columns: [
          { name: 'n', data_type: 'number' },
          { name: 't', data_type: 'text' },
        ],
        rows: [{ n: 1, t: 'x' }, { t: 'y' }],
      },
      { tag: 'collapsible_panel', header: { title: plain('经过') }, elements: [{ tag: 'markdown', content: '**a**' }] },
      { tag: 'img', img_key: 'img_1', alt: plain('') },
    ),
  ],
];

const BAD: [string, object, number][] = [
  ['no schema', { body: card({ tag: 'hr' }).body }, 200621],
  ['elements at the root', { schema: '2.0', elements: [{ tag: 'hr' }] }, 200621],
  ['an empty body', card(), 200621],
  ['an unknown property', card({ tag: 'hr', colour: 'red' }), 200621],
  ['an inherited property name', card({ tag: 'hr', constructor: 1 }), 200621],
  ['a tag of 1.0', card({ tag: 'action', actions: [] }), 200861],
  ['an unknown tag', card({ tag: 'slider' }), 200621],
  ['update_multi false', { ...card({ tag: 'hr' }), config: { update_multi: false } }, 200621],
  ['a colour of no header', { ...card({ tag: 'hr' }), header: { title: plain('x'), template: 'pink' } }, 200621],
  ['a hex colour', card({ tag: 'div', text: { ...plain('x'), text_color: '#ff0000' } }), 200621],
  ['a label on a select', card({ tag: 'select_static', options: [option('x')], label: plain('x') }), 200621],
  ['an option twice', card({ tag: 'select_static', options: [option('x'), option('x')] }), 200621],
  ['a callback value that is a string', card({ tag: 'button', behaviors: [{ type: 'callback', value: 'x' }] }), 200621],
  ['a button text of 101', card({ tag: 'button', text: plain('长'.repeat(101)) }), 200621],
  ['a picker with nothing to show', card({ tag: 'date_picker' }), 200621],
  ['an element_id with a hyphen', card({ tag: 'hr', element_id: 'a-b' }), 300301],
  ['an element_id twice', card({ tag: 'hr', element_id: 'a' }, { tag: 'hr', element_id: 'a' }), 300301],
  ['a form in a column', card({ tag: 'column_set', columns: [{ tag: 'column', elements: [form(submit)] }] }), 200621],
  ['a form without name', card({ tag: 'form', elements: [submit] }), 200621],
  ['a form without submit', card(form(input)), 300123],
  ['a plain button in a form', card(form(submit, { tag: 'button', name: 'x', text: plain('x') })), 200621],
  ['a field without name', card(form(submit, { ...input, name: undefined })), 200530],
  ['a name twice', card(form(submit, input, input)), 200621],
  ['a name in two forms', card(form(submit, input), { ...form({ ...submit, name: 's2' }, input), name: 'f2' }), 200621],
  ['submit outside a form', card(submit), 200621],
  ['required outside a form', card(input), 200621],
  ['a picture by address', card({ tag: 'markdown', content: '![x](https://a/b.png)' }), 200570],
  ['six containers deep', card(nested(6)), 200621],
  [
    'a row key of no column',
    card({ tag: 'table', columns: [{ name: 'a', data_type: 'text' }], rows: [{ b: '' }] }),
    200915,
  ],
  [
    'a cell of another kind',
    card({ tag: 'table', columns: [{ name: 'a', data_type: 'number' }], rows: [{ a: '' }] }),
    200914,
  ],
  ['201 elements', card(...Array.from({ length: 201 }, () => ({ tag: 'hr' }))), 11310],
  ['31 KB', card({ tag: 'div', text: plain('长'.repeat(10_500)) }), 230025],
];

describe('checkCard', () => {
  test.each(GOOD)('takes %s', (_what, good) => {
    expect(checkCard(good)).toEqual([]);
  });

  test.each(BAD)('refuses %s', (_what, bad, code) => {
    expect(checkCard(bad).map((fault) => fault.code)).toContain(code);
  });

  test('names the path as the platform does', () => {
    const bad = card({ tag: 'column_set', columns: [{ tag: 'column', elements: [{ tag: 'hr', x: 1 }] }] });
    expect(checkCard(bad)).toEqual([
      {
        code: 200621,
        path: 'ROOT -> body -> elements -> [0](tag: column_set) -> columns -> [0](tag: column) -> elements -> [0](tag: hr)',
        message: 'unknown property, property: x',
      },
    ]);
  });

  test('looks up pictures and people if it can', () => {
    const known = { image: (key: string) => key === 'img_ours', person: (id: string) => id === 'ou_1' };
    const bad = card({ tag: 'img', img_key: 'img_theirs', alt: plain('') }, { tag: 'person', user_id: 'ou_2' });
    expect(checkCard(bad, known).map(({ code }) => code)).toEqual([200570, 100290]);
    const mention = card({ tag: 'markdown', content: '<at id=all></at> <at id=ou_1></at>' });
    expect(checkCard(mention, { ...known, mayMentionAll: false })).toHaveLength(1);
    expect(checkCard(mention, { ...known, mayMentionAll: true })).toEqual([]);
  });
});
