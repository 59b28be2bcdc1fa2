import type { CardJson } from '../../src/domain/messaging';
import { departmentOf } from '../../src/domain/org/org';
import { fixedInDepartment } from '../../src/domain/org/settings';
import { NONE } from '../../src/domain/org/values';
import type { Room } from '../kit/card-size';
import type { CardContext } from '../kit/context';
import { type Element, hr, lines } from '../kit/elements';
import { form, multiSelect, peopleSelect, select, textArea, textInput } from '../kit/form-elements';
import { categoryName, departmentName } from '../kit/names';
import {
  argOf,
  fieldOf,
  fixedLine,
  fixedLines,
  groupName,
  leadName,
  type SetupView,
  saving,
  setupPage,
  wordsText,
} from './setup-frame';

const EMPTY = { name: '', lead: null, chat: null, categories: [], keywords: [], feishuDepartment: null };

/** The people to choose from; the chosen ones are never cut off. */
function peopleOptions({ people }: SetupView, chosen: string[], room: Room): string[] {
  return [...new Set([...chosen, ...people])].slice(0, room.options);
}

/** One department (null: a new one): its fields, its group, and its removal. */
export function setupDepartmentCard(view: SetupView, ctx: CardContext, key: string | null): CardJson {
  const { setup } = ctx.texts;
  const page = key === null ? 'new_department' : 'departments';
  const isLeadFixed = key !== null && fixedInDepartment(view.state, key).has('lead');
  return setupPage(
    page,
    ctx,
    (room) => [
      form(fields(view, ctx, key, room), saving('save_department', view, ctx, key ?? '')),
      ...lines([!isLeadFixed && setup.noCandidates], 'quiet'),
      ...(key === null ? [] : [hr(), ...group(view, ctx, key, room), hr(), ...removal(view, ctx, key, room)]),
    ],
    { back: 'departments', named: key === null ? '' : departmentName(key, ctx) },
  );
}

function fields(view: SetupView, ctx: CardContext, key: string | null, room: Room): Element[] {
  const { setup } = ctx.texts;
  const { org, texts } = ctx;
  const department = departmentOf(org, key) ?? EMPTY;
  const fixed: ReadonlySet<string> = key === null ? new Set() : fixedInDepartment(view.state, key);
  const categories = org.categories.map((one) => ({ value: one.key, text: categoryName(one.key, ctx) }));
  const leads = department.lead === null ? [] : [department.lead];
  const choose = { placeholder: texts.chooseHere };
  const categoryNames = department.categories.map((one) => categoryName(one, ctx));
  return [
    ...fixedLines(
      [
        fixed.has('name') && fixedLine('name', department.name, ctx),
        fixed.has('lead') && fixedLine('lead', leadName(department.lead, ctx), ctx),
        fixed.has('categories') && fixedLine('categories', texts.card.list(categoryNames), ctx),
        fixed.has('keywords') && fixedLine('keywords', wordsText(department.keywords, ctx), ctx),
        fixed.has('feishuDepartment') && fixedLine('feishu_department', department.feishuDepartment ?? '', ctx),
      ],
      ctx,
    ),
    ...(fixed.has('name') ? [] : textInput(fieldOf('name', department.name, setup, true))),
    ...(fixed.has('lead')
      ? []
      : peopleSelect({ ...fieldOf('lead', '', setup), ...choose }, peopleOptions(view, leads, room), leads)),
    ...(fixed.has('categories')
      ? []
      : multiSelect(
          { ...fieldOf('categories', '', setup), ...choose },
          categories.slice(0, room.options),
          department.categories,
        )),
    ...(fixed.has('keywords') ? [] : textArea(fieldOf('keywords', wordsText(department.keywords, ctx), setup))),
    ...(fixed.has('feishuDepartment')
      ? []
      : textInput(fieldOf('feishu_department', department.feishuDepartment ?? '', setup))),
  ];
}

function group(view: SetupView, ctx: CardContext, key: string, room: Room): Element[] {
  const { setup, chooseHere } = ctx.texts;
  const chat = departmentOf(ctx.org, key)?.chat ?? null;
  if (fixedInDepartment(view.state, key).has('chat')) return lines([fixedLine('chat', groupName(chat, ctx), ctx)]);
  const ids = [...new Set([...(chat === null ? [] : [chat]), ...view.groups])].slice(0, room.options);
  const options = [...ids.map((id) => ({ value: id, text: groupName(id, ctx) })), { value: NONE, text: setup.none }];
  const field = { ...fieldOf('chat', chat ?? '', setup, true), placeholder: chooseHere };
  return [
    form(select(field, options), { ...saving('save_group', view, ctx, key), look: 'default' }),
    ...lines([setup.groupHint], 'quiet'),
  ];
}

function removal(view: SetupView, ctx: CardContext, key: string, room: Room): Element[] {
  const { setup, chooseHere } = ctx.texts;
  if (view.state.file.departments?.some((one) => one.key === key)) return lines([setup.fixedDepartment], 'quiet');
  const others = ctx.org.departments.filter((one) => one.key !== key).slice(0, room.options);
  const options = [
    ...others.map((one) => ({ value: one.key, text: departmentName(one.key, ctx) })),
    { value: NONE, text: setup.clerksDecide },
  ];
  const field = { ...fieldOf('into', '', setup, true), placeholder: chooseHere };
  const submit = { cmd: 'org.remove_department', id: 0, word: setup.remove, look: 'danger' as const };
  return [form(select(field, options), { ...submit, confirm: setup.removeConfirm, arg: argOf(view, key) })];
}
