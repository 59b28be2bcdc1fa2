/**
 * Makes an element. Strings among the children become text nodes: nothing that a person typed is ever read as HTML.
 * @param {string} name
 * @param {Record<string, unknown>} properties assigned to the element; `dataset` and `attributes` are merged
 * @param {...(Node | string | null | undefined)} children
 */
export function element(name, properties = {}, ...children) {
  const { attributes = {}, ...rest } = properties;
  const made = Object.assign(document.createElement(name), rest);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  made.append(...children.filter((child) => child !== null && child !== undefined));
  return made;
}

/** Shows a short notice; `type` is info, success, warning or error. */
export function toast(content, type = 'info') {
  const shown = element('div', { className: `toast ${type}`, textContent: content });
  document.getElementById('toasts').append(shown);
  setTimeout(() => shown.remove(), 4000);
}

/** The first character or two of a name, in a circle. */
export function avatar(name, isBot) {
  const short = isBot ? '机' : [...name].slice(-2).join('');
  return element('span', { className: `avatar${isBot ? ' bot' : ''}`, textContent: short, ariaHidden: 'true' });
}
