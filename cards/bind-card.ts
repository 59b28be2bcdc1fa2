import type { CardJson } from '../src/domain/messaging';
import type { CardContext } from './context';
import { card, type Element, lines } from './elements';
import { fitted, type Room } from './fit';
import { form, select } from './forms';
import { departmentName } from './names';
import { oneLine } from './text';

const MAX_CHAT_NAME = 60;

function bindForm(ctx: CardContext, room: Room): Element[] {
  const { org, texts } = ctx;
  const options = org.departments
    .slice(0, room.options)
    .map(({ key }) => ({ value: key, text: departmentName(key, ctx) }));
  if (options.length === 0) return lines([texts.card.noDepartments], 'alarm');
  const field = {
    name: 'department',
    label: texts.fields.department,
    placeholder: texts.chooseHere,
    required: true,
    initial: '',
  };
  return [form(select(field, options), { cmd: 'org.bind', id: 0, word: texts.commands.bind, look: 'primary' })];
}

/** Posted when the bot is added to a group: an admin says which department it serves. */
export function bindCard(chatName: string, ctx: CardContext): CardJson {
  const { texts } = ctx;
  return fitted((room) =>
    card({
      title: texts.card.bindTitle,
      colour: 'blue',
      summary: texts.card.bindTitle,
      elements: [...lines([texts.card.bindLead(oneLine(chatName, MAX_CHAT_NAME))]), ...bindForm(ctx, room)],
    }),
  );
}
