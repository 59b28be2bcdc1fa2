import type { CardJson } from '../../src/domain/messaging';
import { button } from '../kit/button';
import { card, type Icon } from '../kit/card';
import type { CardContext } from '../kit/context';
import { type Element, lines, ownWords } from '../kit/elements';
import { actRow } from '../kit/parts/acts';
import type { ListName } from '../texts/texts';
import { HELP_WITH_WECHAT, SEND_WORD, SHOW_DIGEST, TURN_LIST } from './commands';

/** Whose help it is. */
export type HelpRole = 'rep' | 'member' | 'clerk' | 'manager';

/** Who asked for help, and where. */
export interface Help {
  role: HelpRole;
  /** The asker administers the bot. */
  setup: boolean;
  by: string;
  inGroup: boolean;
}

const ICONS: Record<HelpRole, Icon> = { rep: 'feedback', member: 'feedback', clerk: 'list', manager: 'report' };

/** What the person can do, in three steps, with the lists as buttons. */
export function helpCard(help: Help, { texts }: CardContext): CardJson {
  const { title, who, steps, typed } = texts.help[help.role];
  const said = steps.map(([word = '', sentence = '']) => texts.help.step(word, sentence)).join('\n');
  return card({
    title,
    subtitle: who,
    colour: 'blue',
    icon: ICONS[help.role],
    summary: title,
    elements: [
      ownWords(said),
      ...actRow(buttonsOf(help, texts.help.buttons)),
      ...lines([typed, help.setup && texts.help.setup], 'quiet'),
    ],
  });
}

function buttonsOf({ role, by, inGroup }: Help, words: CardContext['texts']['help']['buttons']): Element[] {
  const list = (name: ListName, word: string) =>
    button({ cmd: TURN_LIST, id: 0, word, values: { list: name, words: '', by, in: inGroup ? 'group' : 'direct' } });
  const digest = button({ cmd: SHOW_DIGEST, id: 0, word: words.digest });
  switch (role) {
    case 'rep':
      return [
        list('mine', words.mine),
        list('todo', words.todo),
        button({ cmd: HELP_WITH_WECHAT, id: 0, word: words.wechat }),
      ];
    case 'member':
      return [list('unclaimed', words.unclaimed), list('mine', words.inHand)];
    case 'clerk':
    case 'manager':
      return [list('todo', words.todo), list('overdue', words.overdue), ...(inGroup ? [] : [digest])];
  }
}

/** Says who the bot is, to a person who opens the chat for the first time. */
export function welcomeCard(by: string, { texts }: CardContext): CardJson {
  const { welcome, buttons } = texts.help;
  const values = { text: texts.nearWord.words.help, by, in: 'direct' };
  return card({
    title: welcome.title,
    colour: 'blue',
    icon: 'feedback',
    summary: welcome.title,
    elements: [
      ...lines(welcome.lines),
      ...actRow([
        button({ cmd: SEND_WORD, id: 0, word: buttons.help, values }),
        button({ cmd: HELP_WITH_WECHAT, id: 0, word: buttons.wechat }),
      ]),
    ],
  });
}
