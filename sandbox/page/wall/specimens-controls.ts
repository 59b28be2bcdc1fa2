import type { Say, Specimen } from './specimens';

const plain = (content: string) => ({ tag: 'plain_text', content });
const callback = (cmd: string) => [{ type: 'callback', value: { cmd } }];

function buttons(say: Say): Specimen {
  const types = [
    'default',
    'primary',
    'danger',
    'text',
    'primary_text',
    'danger_text',
    'primary_filled',
    'danger_filled',
    'laser',
  ];
  const one = (type: string, more: object = {}) => ({
    tag: 'button',
    type,
    text: plain(type),
    behaviors: callback(`sample.${type}`),
    ...more,
  });
  return [
    'buttons',
    say('按钮', 'Buttons'),
    [
      ...types.map((type) => one(type)),
      ...['tiny', 'small', 'medium', 'large'].map((size) => one('default', { size, text: plain(size) })),
      one('primary', {
        width: 'fill',
        text: plain(say('撑满', 'Full width')),
        icon: { tag: 'standard_icon', token: 'yes_filled' },
      }),
      one('default', {
        text: plain(say('不可用', 'Disabled')),
        disabled: true,
        disabled_tips: plain(say('等待客户经理补充', 'Waiting for the rep')),
      }),
      one('danger', {
        text: plain(say('先确认', 'Asks first')),
        confirm: {
          title: plain(say('确定撤回？', 'Withdraw?')),
          text: plain(say('撤回后部门不再处理。', 'The department stops.')),
        },
      }),
      {
        tag: 'overflow',
        options: [
          { text: plain(say('看经过', 'History')), value: 'history' },
          { text: plain(say('看原文', 'Original')), value: 'words' },
        ],
      },
    ],
  ];
}

function form(say: Say): Specimen {
  const option = (value: string) => ({ text: plain(value), value });
  const label = (zh: string, en: string) => ({ tag: 'div', text: plain(say(zh, en)) });
  const many = Array.from({ length: 14 }, (_each, at) => option(say(`部门 ${at + 1}`, `Department ${at + 1}`)));
  const placeholder = plain(say('请选择', 'Select'));
  const select = { placeholder, width: 'fill' };
  return [
    'form',
    say('表单', 'Form'),
    [
      {
        tag: 'form',
        name: 'sample_form',
        elements: [
          {
            tag: 'input',
            name: 's_name',
            label: plain(say('客户', 'Customer')),
            required: true,
            max_length: 40,
            width: 'fill',
          },
          {
            tag: 'input',
            name: 's_words',
            label: plain(say('处理意见', 'Answer')),
            input_type: 'multiline_text',
            rows: 3,
            auto_resize: true,
            max_rows: 6,
            required: true,
            width: 'fill',
            default_value: say('已更换温控表', 'Thermostat replaced'),
          },
          label('责任部门 *', 'Department *'),
          { tag: 'select_static', name: 's_department', required: true, options: many, ...select },
          label('类别', 'Categories'),
          {
            tag: 'multi_select_static',
            name: 's_kinds',
            required: false,
            options: many.slice(0, 4),
            selected_values: [many[0]?.value],
            ...select,
          },
          label('经办人', 'Who'),
          { tag: 'select_person', name: 's_who', ...select },
          label('抄送', 'Copy to'),
          { tag: 'multi_select_person', name: 's_copies', required: false, ...select },
          label('日期', 'Date'),
          { tag: 'date_picker', name: 's_date', ...select },
          label('时间', 'Time'),
          { tag: 'picker_time', name: 's_time', initial_time: '09:30', ...select },
          label('延期到 *', 'Until *'),
          { tag: 'picker_datetime', name: 's_until', required: true, ...select },
          { tag: 'checker', name: 's_told', text: plain(say('已告知客户', 'The customer was told')) },
          {
            tag: 'column_set',
            flex_mode: 'none',
            columns: [
              {
                tag: 'column',
                elements: [
                  {
                    tag: 'button',
                    name: 's_submit',
                    type: 'primary_filled',
                    text: plain(say('提交', 'Submit')),
                    form_action_type: 'submit',
                    behaviors: callback('sample.submit'),
                  },
                ],
              },
              {
                tag: 'column',
                elements: [
                  { tag: 'button', name: 's_reset', text: plain(say('重置', 'Reset')), form_action_type: 'reset' },
                ],
              },
            ],
          },
        ],
      },
    ],
  ];
}

function containers(say: Say): Specimen {
  const text = (content: string) => ({ tag: 'div', text: plain(content) });
  const column = (content: string, more: object = {}) => ({
    tag: 'column',
    width: 'weighted',
    weight: 1,
    elements: [text(content)],
    ...more,
  });
  const modes = ['none', 'stretch', 'flow', 'bisect', 'trisect'];
  return [
    'containers',
    say('容器', 'Containers'),
    [
      ...modes.map((mode) => ({
        tag: 'column_set',
        flex_mode: mode,
        background_style: 'grey',
        columns: [1, 2, 3].map((at) => column(`${mode} ${at}`)),
      })),
      {
        tag: 'interactive_container',
        has_border: true,
        corner_radius: '8px',
        padding: '8px 12px',
        behaviors: callback('sample.open'),
        hover_tips: plain(say('打开这一条', 'Open this case')),
        elements: [text(say('整块可点', 'The whole box can be tapped'))],
      },
      {
        tag: 'collapsible_panel',
        expanded: true,
        header: { title: plain(say('经过', 'History')) },
        border: { color: 'grey', corner_radius: '5px' },
        elements: [text(say('11-24 09:30 提交', '11-24 09:30 submitted'))],
      },
      { tag: 'hr' },
    ],
  ];
}

/** Specimens of components that people operate. */
export const controlSpecimens = (say: Say): Specimen[] => [buttons(say), form(say), containers(say)];
