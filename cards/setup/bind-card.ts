import type { CardJson } from '../../src/domain/messaging';
import { fixedInDepartment, type OrgSources } from '../../src/domain/org/settings';
import { button } from '../kit/button';
import { card } from '../kit/card';
import { fitted, type Room } from '../kit/card-size';
import type { CardContext } from '../kit/context';
import { type Element, lines } from '../kit/elements';
import { form, select } from '../kit/form-elements';
import { departmentName, personName, personNames } from '../kit/names';
import { oneLine } from '../kit/plain-text';

const MAX_CHAT_NAME = 60;

/** A group that can be bound to a department. */
export interface BindableGroup {
  /** Its chat_id. */
  chat: string;
  /** Empty if the name is unknown. */
  chatName: string;
  sources: Pick<OrgSources, 'file' | 'gone'>;
}

/** The form: departments without a group come first, a department whose group stands in `org.yaml` is left out. */
function choosing({ sources, chat, chatName }: BindableGroup, ctx: CardContext, room: Room): Element[] {
  const { org, texts } = ctx;
  const open = org.departments.filter(
    ({ key, chat: own }) => own !== chat && !fixedInDepartment(sources, key).has('chat'),
  );
  const sorted = [...open.filter((one) => one.chat === null), ...open.filter((one) => one.chat !== null)];
  const options = sorted.slice(0, room.options).map(({ key, chat: own }) => {
    const name = departmentName(key, ctx);
    return { value: key, text: own === null ? name : texts.setup.option(name) };
  });
  if (options.length === 0) return lines([texts.setup.bindHint], 'alarm');
  const field = {
    name: 'department',
    label: texts.fields.department,
    placeholder: texts.chooseHere,
    required: true,
    initial: '',
  };
  return [
    ...lines([texts.card.bindLead(oneLine(chatName, MAX_CHAT_NAME) || texts.setup.thisGroup)]),
    form(select(field, options), { cmd: 'org.bind', id: 0, word: texts.commands.bind, look: 'primary' }),
    ...lines([texts.setup.bindHint], 'quiet'),
  ];
}

/** Asks the admins which department a group serves: when the bot joins the group, or somebody types `设置` there. */
export function bindCard(group: BindableGroup, ctx: CardContext): CardJson {
  const { texts, org } = ctx;
  const { chat, sources } = group;
  const served = org.departments.find((department) => chat !== '' && department.chat === chat);
  const isFixed = served !== undefined && fixedInDepartment(sources, served.key).has('chat');
  const name = served ? departmentName(served.key, ctx) : '';
  const admins = org.admins.length > 0 ? texts.setup.onlyAdmins(personNames(org.admins, ctx)) : texts.setup.noAdminYet;
  return fitted((room) =>
    card({
      title: texts.card.bindTitle,
      colour: 'blue',
      summary: texts.card.bindTitle,
      elements: isFixed
        ? lines([texts.setup.bindFixed(name)])
        : [
            ...lines([name !== '' && texts.setup.serves(name)]),
            ...choosing(group, ctx, room),
            ...lines([admins], 'quiet'),
          ],
    }),
  );
}

/** Replaces the bind card when an admin has chosen. */
export function boundCard(chatName: string, department: string, adminId: string, ctx: CardContext): CardJson {
  const { setup } = ctx.texts;
  const name = oneLine(chatName, MAX_CHAT_NAME);
  return card({
    title: setup.boundTitle,
    colour: 'green',
    summary: setup.boundTitle,
    elements: [
      ...lines(setup.boundLines(name, departmentName(department, ctx), personName(adminId, ctx))),
      button({ cmd: 'org.rebind', id: 0, word: setup.rebind }),
    ],
  });
}
