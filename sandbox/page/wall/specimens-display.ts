import type { Say, Specimen } from './specimens';

const TEMPLATES = [
  'blue',
  'wathet',
  'turquoise',
  'green',
  'yellow',
  'orange',
  'red',
  'carmine',
  'violet',
  'purple',
  'indigo',
  'grey',
  'default',
];
const TAGS = [
  'neutral',
  'blue',
  'turquoise',
  'lime',
  'orange',
  'violet',
  'indigo',
  'wathet',
  'green',
  'yellow',
  'red',
  'purple',
  'carmine',
];

const plain = (content: string, more: object = {}) => ({ tag: 'plain_text', content, ...more });
const div = (content: string, more: object = {}) => ({ tag: 'div', text: plain(content, more) });
const tag = (text: string, color: string) => ({ tag: 'text_tag', text: plain(text), color });

function headers(say: Say): Specimen[] {
  return TEMPLATES.map((template, at) => [
    `header-${template}`,
    say(`标题颜色 ${template}`, `Header ${template}`),
    [div(say('正文', 'Body'))],
    {
      header: {
        title: plain(say('客户反馈 FB-12', 'Feedback FB-12')),
        subtitle: plain(say('明川包装有限公司', 'Mingchuan Packaging Ltd')),
        template,
        icon: { tag: 'standard_icon', token: 'chat_outlined', color: template },
        text_tag_list: [0, 1, 2].map((nth) => {
          const color = TAGS[(at + nth * 5) % TAGS.length] ?? 'blue';
          return tag(color, color);
        }),
      },
    },
  ]);
}

function texts(say: Say): Specimen[] {
  const sizes = ['heading-0', 'heading-1', 'heading-2', 'heading-3', 'heading', 'normal', 'notation', 'x-small'];
  const markdown = say(
    '# 一级标题\n**粗体**、*斜体*、~~删除~~、`代码`、[链接](https://example.com/a)、<at id=ou_worker></at>\n<font color="red">红色</font> <font color="green">绿色</font> <text_tag color="orange">标签</text_tag> <number_tag>3</number_tag>\n- 第一条\n    - 下一层\n- 第二条\n\n1. 先\n2. 后\n\n> 引用\n\n```\nconst a = 1 < 2;\n```\n---\n截止 <local_datetime millisecond="1795570200000" format_type="date_num"></local_datetime>\n| 列 | 数 |\n| --- | --- |\n| 甲 | 1 |\n\n未知 <marquee>原样</marquee> &#42;不是斜体&#42; [脚本](javascript:alert)',
    '# Heading\n**bold**, *italic*, ~~strike~~, `code`, [link](https://example.com/a), <at id=ou_worker></at>\n<font color="red">red</font> <font color="green">green</font> <text_tag color="orange">tag</text_tag> <number_tag>3</number_tag>\n- first\n    - below\n- second\n\n1. one\n2. two\n\n> quoted\n\n```\nconst a = 1 < 2;\n```\n---\nDue <local_datetime millisecond="1795570200000" format_type="date_num"></local_datetime>\n| col | n |\n| --- | --- |\n| a | 1 |\n\nunknown <marquee>as it is</marquee> &#42;not italic&#42; [script](javascript:alert)',
  );
  const long = say(
    '很长的一段话，只显示两行，其余省略。',
    'A long text of which two lines are shown and the rest is cut. ',
  ).repeat(6);
  return [
    [
      'text-sizes',
      say('文字大小', 'Text sizes'),
      sizes.map((size) => div(`${size} ${say('文字', 'text')}`, { text_size: size })),
    ],
    [
      'text-colours',
      say('文字颜色', 'Text colours'),
      TAGS.filter((color) => color !== 'neutral').map((color) => div(color, { text_color: color })),
    ],
    ['markdown', 'Markdown', [{ tag: 'markdown', content: markdown }]],
    [
      'div',
      say('文本、图标、双列', 'Text, icon, facts'),
      [
        {
          ...div(say('带图标', 'With an icon')),
          icon: { tag: 'standard_icon', token: 'alarm-clock_outlined', color: 'orange' },
        },
        div(long, { lines: 2 }),
        {
          tag: 'div',
          fields: [
            { is_short: true, text: { tag: 'lark_md', content: say('**客户**\n明川包装', '**Customer**\nMingchuan') } },
            { is_short: true, text: { tag: 'lark_md', content: say('**时限**\n11-25 09:30', '**Due**\n11-25 09:30') } },
          ],
        },
        div('W'.repeat(120)),
        { tag: 'marquee' },
      ],
    ],
  ];
}

function media(say: Say): Specimen[] {
  const picture = (at: number) => ({ img_key: `img_v3_specimen_${at}` });
  const image = { tag: 'img', ...picture(1), alt: plain(say('温控表读数', 'Thermostat')) };
  const rows = Array.from({ length: 8 }, (_row, at) => ({
    customer: say('明川包装', 'Mingchuan'),
    amount: 1234.5 * (at + 1),
    day: 1795570200000 + at * 86_400_000,
    state: [
      { text: at % 2 ? say('处理中', 'In hand') : say('已超时', 'Overdue'), color: at % 2 ? 'turquoise' : 'red' },
    ],
    who: ['ou_worker'],
    note: say('**加急**', '**urgent**'),
  }));
  const columns = [
    { name: 'customer', display_name: say('客户', 'Customer'), data_type: 'text' },
    {
      name: 'amount',
      display_name: say('金额', 'Amount'),
      data_type: 'number',
      horizontal_align: 'right',
      format: { precision: 2, symbol: '¥', separator: true },
    },
    { name: 'day', display_name: say('日期', 'Date'), data_type: 'date', date_format: 'YYYY/MM/DD' },
    { name: 'state', display_name: say('状态', 'Status'), data_type: 'options' },
    { name: 'who', display_name: say('经办', 'Who'), data_type: 'persons' },
    { name: 'note', display_name: say('备注', 'Note'), data_type: 'markdown' },
  ];
  const values = [9, 7, 11, 6, 12].map((count, at) => ({ day: `11-${20 + at}`, count, kind: say('新增', 'New') }));
  const closed = [6, 8, 7, 9, 8].map((count, at) => ({ day: `11-${20 + at}`, count, kind: say('归档', 'Closed') }));
  return [
    [
      'pictures',
      say('图片', 'Pictures'),
      [
        { ...image, size: '160px 100px' },
        { ...image, scale_type: 'fit_horizontal' },
        { tag: 'img_combination', combination_mode: 'trisect', img_list: [1, 2, 3].map(picture) },
        { tag: 'img_combination', combination_mode: 'triple', img_list: [4, 5, 6].map(picture) },
      ],
    ],
    [
      'people',
      say('人员', 'People'),
      [
        { tag: 'person', user_id: 'ou_worker', show_name: true, style: 'capsule' },
        { tag: 'person_list', persons: ['ou_rep', 'ou_worker', 'ou_lead', 'ou_boss'].map((id) => ({ id })) },
      ],
    ],
    [
      'table',
      say('表格', 'Table'),
      [{ tag: 'table', page_size: 5, header_style: { background_style: 'grey' }, columns, rows }],
    ],
    [
      'chart',
      say('图表', 'Chart'),
      [
        {
          tag: 'chart',
          aspect_ratio: '16:9',
          chart_spec: {
            type: 'bar',
            title: { text: say('近五日反馈', 'Feedback of five days') },
            data: { values: [...values, ...closed] },
            xField: ['day', 'kind'],
            yField: 'count',
            seriesField: 'kind',
            legends: { visible: true, orient: 'bottom' },
          },
        },
      ],
    ],
  ];
}

/** Specimens of components that show something. */
export const displaySpecimens = (say: Say): Specimen[] => [...headers(say), ...texts(say), ...media(say)];
