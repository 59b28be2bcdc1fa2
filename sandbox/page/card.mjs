import { fileUrl } from './api.mjs';
import { FormFields } from './card-form.mjs';
import { element } from './dom.mjs';
import { link, markdown } from './markdown.mjs';
import { dayText } from './time.mjs';

/**
 * Draws a card as the client does.
 * @param {{ nameOf: (id: string) => string, people: [string, string][], tap: (tap: object) => Promise<void> }} view
 */
export function drawCard(card, view) {
  const drawn = element('article', { className: 'card' });
  const tap = async (control, form) => {
    drawn.classList.add('pending');
    const buttons = [...drawn.querySelectorAll('button:enabled')];
    for (const button of buttons) button.disabled = true;
    await view.tap({ ...identity(control), ...form });
    for (const button of buttons) button.disabled = false;
    drawn.classList.remove('pending');
  };
  const scope = { ...view, tap, form: null };
  if (card.header) drawn.append(head(card.header, scope));
  drawn.append(stack('card-body stack', card.body?.elements, scope));
  return drawn;
}

/** How the sandbox finds the same control again. */
function identity(control) {
  const callback = control.behaviors?.find(({ type }) => type === 'callback');
  const value = callback?.value ?? control.value;
  return { cmd: value?.cmd ?? control.name, label: control.text?.content };
}

function head({ template, title, subtitle, text_tag_list = [] }, scope) {
  const tags = text_tag_list
    .slice(0, 3)
    .map(({ text, color = 'blue' }) =>
      element('span', { className: `tag colour-${color}`, textContent: text?.content ?? '' }),
    );
  const under = subtitle ? element('div', { className: 'subtitle' }, text(subtitle, scope)) : null;
  return element(
    'header',
    { className: `card-head head-${template}` },
    element('strong', {}, text(title, scope)),
    ...tags,
    under,
  );
}

function stack(className, elements = [], scope) {
  return element('div', { className }, ...elements.map((each) => draw(each, scope)));
}

/** A text object: literal, or markdown where the card says so. */
function text(holder, scope) {
  if (!holder) return '';
  const content = holder.content ?? Object.values(holder.i18n_content ?? {})[0] ?? '';
  if (holder.tag !== 'plain_text') return markdown(content, scope.nameOf);
  const classes = ['plain'];
  if (holder.text_size) classes.push(`size-${holder.text_size}`);
  if (holder.text_color) classes.push(`colour-${holder.text_color.split('-')[0]}`);
  const drawn = element('span', { className: classes.join(' '), textContent: content });
  if (holder.lines) {
    drawn.classList.add('clamped');
    drawn.style.setProperty('-webkit-line-clamp', String(holder.lines));
    drawn.title = content;
  }
  return drawn;
}

function draw(tagged, scope) {
  const painter = PAINTERS[tagged.tag];
  if (painter) return painter(tagged, scope);
  const fields = scope.form ?? new FormFields();
  const control = fields.add(tagged, scope.people);
  if (!control) return element('small', { className: 'colour-grey', textContent: `（${tagged.tag}）` });
  if (!scope.form && tagged.tag !== 'input') {
    control.addEventListener('change', () => scope.tap(tagged, { option: String(fields.values()[tagged.name] ?? '') }));
  }
  return control;
}

function columnSet({ columns = [], flex_mode }, scope) {
  const drawn = columns.map((column) => {
    const wide = column.width === 'weighted' || flex_mode === 'bisect' || flex_mode === 'trisect';
    const made = stack(`stack${wide ? ' weighted' : ''}`, column.elements, scope);
    if (column.weight) made.style.flexGrow = String(column.weight);
    return made;
  });
  return element('div', { className: `columns${flex_mode === 'none' ? ' unbroken' : ''}` }, ...drawn);
}

function button(tagged, scope) {
  const { type = 'default', form_action_type: action, confirm: asked, hover_tips, disabled, width } = tagged;
  const style = type.startsWith('danger') ? (type === 'danger_filled' ? 'danger-filled' : 'danger') : '';
  const primary = type.startsWith('primary') && !type.endsWith('text') ? 'primary' : '';
  const flat = type.endsWith('text') ? 'text' : '';
  const made = element('button', {
    type: 'button',
    className: [style, primary, flat, width === 'fill' ? 'fill' : ''].join(' ').trim(),
    textContent: tagged.text?.content ?? '',
    disabled: disabled === true,
    title: (disabled ? tagged.disabled_tips?.content : hover_tips?.content) ?? '',
  });
  made.addEventListener('click', () => {
    if (action === 'reset') return scope.form?.reset();
    if (action === 'submit' && !scope.form?.check()) return undefined;
    if (asked && !window.confirm(`${asked.title?.content ?? ''}\n${asked.text?.content ?? ''}`)) return undefined;
    const url = tagged.behaviors?.find((each) => each.type === 'open_url')?.default_url;
    if (url) link('', url)?.click();
    const calls = action === 'submit' || tagged.behaviors?.some((each) => each.type === 'callback');
    if (!calls) return undefined;
    if (action !== 'submit') return scope.tap(tagged, {});
    scope.form.sent();
    return scope.tap(tagged, { form: scope.form.values() });
  });
  return made;
}

function panel({ header, elements, expanded }, scope) {
  const made = element('details', { className: 'panel-fold', open: expanded === true });
  made.append(element('summary', {}, text(header?.title, scope)), stack('stack', elements, scope));
  return made;
}

function container(tagged, scope) {
  const made = stack(`box stack${tagged.has_border ? ' bordered' : ''}`, tagged.elements, scope);
  const calls = tagged.behaviors?.some(({ type }) => type === 'callback');
  if (calls && !tagged.disabled) {
    made.tabIndex = 0;
    made.role = 'button';
    made.style.cursor = 'pointer';
    made.addEventListener('click', (event) => {
      if (!event.target.closest('button, input, select, textarea, a, summary')) scope.tap(tagged, {});
    });
  }
  return made;
}

function table({ columns = [], rows = [] }, scope) {
  const cell = (value, type) => {
    if (value === undefined || value === null) return '';
    if (type === 'date') return dayText(value);
    if (type === 'markdown' || type === 'lark_md') return markdown(String(value), scope.nameOf);
    if (type === 'persons') return [value].flat().map(scope.nameOf).join('、');
    return Array.isArray(value) ? value.map((each) => each.text ?? each).join('、') : String(value);
  };
  const heads = columns.map(({ name, display_name }) => element('th', { textContent: display_name ?? name }));
  const body = rows.map((row) =>
    element('tr', {}, ...columns.map(({ name, data_type }) => element('td', {}, cell(row[name], data_type)))),
  );
  const made = element('table', {}, element('thead', {}, element('tr', {}, ...heads)), element('tbody', {}, ...body));
  return element('div', { className: 'scroll' }, made);
}

function overflow(tagged, scope) {
  const choices = tagged.options.map(({ text: label, value }) =>
    element('option', { value: value ?? '', textContent: label?.content ?? '' }),
  );
  const made = element('select', { ariaLabel: '更多' }, element('option', { value: '', textContent: '⋯' }), ...choices);
  made.addEventListener('change', () => made.value && scope.tap(tagged, { option: made.value }));
  return made;
}

/** `80px 80px` is a thumbnail of that size; a tap opens the whole picture. */
function picture({ img_key: key, alt, size = '', preview = true }) {
  const [, width, height] = /^(\d+)px (\d+)px$/.exec(size) ?? [];
  const drawn = element('img', { className: 'picture', src: fileUrl(key), alt: alt?.content ?? '' });
  if (width) Object.assign(drawn, { width, height });
  return preview ? element('a', { href: fileUrl(key), target: '_blank' }, drawn) : drawn;
}

const PAINTERS = {
  div: ({ text: holder, fields = [] }, scope) =>
    element('div', {}, text(holder, scope), ...fields.map((each) => element('div', {}, text(each.text, scope)))),
  markdown: (tagged, scope) => text(tagged, scope),
  hr: () => element('hr'),
  img: picture,
  img_combination: ({ img_list }) => element('div', { className: 'columns' }, ...img_list.map(picture)),
  person: ({ user_id }, scope) => element('span', { className: 'mention-name', textContent: scope.nameOf(user_id) }),
  person_list: ({ persons }, scope) =>
    element('span', { className: 'mention-name', textContent: persons.map(({ id }) => scope.nameOf(id)).join('、') }),
  form: ({ elements }, scope) => stack('stack', elements, { ...scope, form: new FormFields() }),
  column_set: columnSet,
  interactive_container: container,
  collapsible_panel: panel,
  button,
  overflow,
  table,
};
