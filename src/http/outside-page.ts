import type { OutsideField, OutsideForm, OutsidePage } from '../domain/outside-form';

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** A text as HTML shows it, in an element or between quotes. */
const html = (text: string): string => text.replace(/[&<>"']/g, (mark) => ENTITIES[mark] ?? mark);

const STYLE = `
:root{--bg:#f4f5f7;--card:#fff;--ink:#1f2329;--soft:#646a73;--line:#c9cdd4;--blue:#245bdb;--tint:#e8efff;--red:#c02a24}
@media(prefers-color-scheme:dark){:root{--bg:#141414;--card:#1f1f1f;--ink:#ebebeb;--soft:#a9adb3;--line:#4a4d52;--blue:#82a7fc;--tint:#1b2b4d;--red:#f58c85}}
*{box-sizing:border-box}
body{margin:0;background:var(--bg);color:var(--ink);font:16px/1.6 system-ui,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif}
main{max-width:560px;margin:0 auto;padding:20px 16px 24px}
h1{margin:0;font-size:22px;line-height:1.35;overflow-wrap:anywhere}
.lead{margin:6px 0 16px;color:var(--soft);overflow-wrap:anywhere}
fieldset{margin:0 0 12px;padding:14px 14px 16px;border:0;border-radius:12px;background:var(--card)}
legend{float:left;width:100%;padding:0 0 8px;font-weight:600}
legend+*{clear:both}
legend small{font-weight:400;color:var(--soft)}
.pick{display:flex;flex-wrap:wrap;gap:8px}
.pick label{position:relative;display:grid;place-items:center;flex:1 1 auto;min-width:64px;min-height:48px;padding:4px 10px;border:1px solid var(--line);border-radius:8px;text-align:center}
.pick input{position:absolute;inset:0;margin:0;opacity:0}
.pick label:has(:checked){border-color:var(--blue);background:var(--tint);color:var(--blue);font-weight:600}
.pick label:has(:focus-visible){outline:2px solid var(--blue);outline-offset:2px}
textarea,input[type=text],input[type=date]{display:block;width:100%;min-height:48px;padding:10px;border:1px solid var(--line);border-radius:8px;background:var(--bg);color:inherit;font:inherit}
.why{margin:8px 0 0;color:var(--red);font-size:14px}
.acts{display:grid;gap:10px;margin-top:16px}
button{width:100%;min-height:48px;border:1px solid var(--line);border-radius:10px;background:transparent;color:var(--ink);font:600 17px/1 inherit;font-family:inherit;cursor:pointer}
button.main{border:0;background:#245bdb;color:#fff}
.note{color:var(--soft);font-size:13px}
`;

/**
 * A visitor's page as one HTML document: without scripts, and without any request beside its own. All texts are shown as
 * text, whoever typed them.
 */
export function outsideHtml(page: OutsidePage): string {
  const locale = page.kind === 'form' ? page.form.locale : page.locale;
  const title = page.kind === 'form' ? page.form.title : page.title;
  const body =
    page.kind === 'form' ? formHtml(page.form) : `<h1>${html(title)}</h1>\n<p class="lead">${html(page.text)}</p>`;
  return `<!doctype html>
<html lang="${locale}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${html(title)}</title>
<style>${STYLE}</style>
<main>
${body}
</main>
</html>
`;
}

function formHtml({ title, lead, fields, note, submit, save, optional }: OutsideForm): string {
  return `<h1>${html(title)}</h1>
<p class="lead">${html(lead)}</p>
<form method="post">
${fields.map((field) => fieldHtml(field, optional)).join('\n')}
<p class="note">${html(note)}</p>
<div class="acts"><button class="main" name="intent" value="submit">${html(submit)}</button><button name="intent" value="save" formnovalidate>${html(save)}</button></div>
</form>`;
}

function fieldHtml(field: OutsideField, optional: string): string {
  const mark = field.required ? '' : ` <small>${html(optional)}</small>`;
  const fault = field.fault === null ? '' : `<p class="why" role="alert">${html(field.fault)}</p>`;
  return `<fieldset><legend>${html(field.label)}${mark}</legend>${controlHtml(field)}${fault}</fieldset>`;
}

function controlHtml({ name, label, required, as, choices, values }: OutsideField): string {
  const value = html(values[0] ?? '');
  const named = `name="${html(name)}" aria-label="${html(label)}"${required ? ' required' : ''}`;
  switch (as) {
    case 'text':
      return `<textarea ${named} rows="4" maxlength="2000">${value}</textarea>`;
    case 'line':
      return `<input type="text" ${named} maxlength="200" value="${value}">`;
    case 'number':
      return `<input type="text" inputmode="decimal" ${named} maxlength="20" value="${value}">`;
    case 'date':
      return `<input type="date" ${named} value="${value}">`;
    case 'one_of':
    case 'some_of': {
      const type = as === 'one_of' ? 'radio' : 'checkbox';
      const must = as === 'one_of' && required ? ' required' : '';
      const options = choices.map((choice) => {
        const checked = values.includes(choice.value) ? ' checked' : '';
        return `<label><input type="${type}" name="${html(name)}" value="${html(choice.value)}"${must}${checked}>${html(choice.label)}</label>`;
      });
      return `<div class="pick">${options.join('')}</div>`;
    }
  }
}
