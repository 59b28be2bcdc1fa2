import { describe, expect, test } from '@jest/globals';
import type { Message } from '../../../sandbox/page/lib/message';
import { commandsOf, filledForm } from '../../../sandbox/page/tour/card-reading';
import {
  advance,
  helpOf,
  STEPS,
  type StepId,
  skip,
  targetsOf,
  waitOf,
  wrongSeat,
} from '../../../sandbox/page/tour/tour-steps';
import { chatsToRead, type TourMemory, type TourWorld } from '../../../sandbox/page/tour/tour-world';
import { chat, message, person } from './views';

const START = Date.parse('2026-11-25T09:00:00+08:00');
const lin = person('ou_lin', '林晓', '客户经理', [chat('oc_lin')]);
const lead = person('ou_chen', '陈国强', '售后部主管', [chat('oc_chen'), chat('oc_service', { mode: 'group' })]);
const li = person('ou_li', '李娜', '售后工程师', [chat('oc_li'), chat('oc_service', { mode: 'group' })]);
const zhang = person('ou_zhang', '张伟', '市场部经理', [chat('oc_zhang')]);
const bot = { type: 'app' as const, id: 'cli_1', name: '客户反馈' };

const button = (cmd: string, id = 7) => ({ tag: 'button', behaviors: [{ type: 'callback', value: { cmd, id } }] });
const form = (cmd: string, fields: object[], id = 7) => ({ tag: 'form', elements: [...fields, button(cmd, id)] });
const card = (id: string, chatId: string, elements: object[], more: Partial<Message> = {}) =>
  message(id, {
    chatId,
    sender: bot,
    type: 'interactive',
    createdAt: START + 60_000,
    card: { body: { elements } },
    ...more,
  });

const draft = (id = 7, more: Partial<Message> = {}) =>
  card(
    'om_rep',
    'oc_lin',
    [
      form(
        'feedback.submit',
        [
          { tag: 'input', name: 'customer', required: true },
          {
            tag: 'select_static',
            name: 'kind',
            required: true,
            options: [{ value: 'complaint' }, { value: 'inquiry' }],
          },
          {
            tag: 'select_static',
            name: 'department',
            initial_option: 'unsure',
            options: [{ value: 'after_sales' }, { value: 'unsure' }],
          },
          { tag: 'input', name: 'note', default_value: '急' },
        ],
        id,
      ),
      button('feedback.discard', id),
    ],
    more,
  );
const submitted = card('om_rep', 'oc_lin', [button('feedback.urge'), button('feedback.withdraw')]);
const answered = card('om_rep', 'oc_lin', [form('feedback.close', [{ tag: 'input', name: 'told_customer' }])]);
const closed = card('om_rep', 'oc_lin', [button('feedback.reopen')]);
const unclaimed = card('om_dept', 'oc_service', [button('feedback.claim'), button('feedback.transfer')]);
const claimed = card('om_dept', 'oc_service', [form('feedback.answer', [{ tag: 'input', name: 'answer' }])]);
const resting = card('om_dept', 'oc_service', [button('feedback.transfer')]);

/** The sandbox in the tour's view. */
function world(
  messages: Message[],
  at: [personId: string, chatId: string | null],
  more: Partial<TourWorld> = {},
): TourWorld {
  const byChat = new Map<string, Message[]>();
  for (const one of messages) byChat.set(one.chatId, [...(byChat.get(one.chatId) ?? []), one]);
  return {
    clock: { now: START + 120_000, offsetMs: 0, rate: 1, nextReminderAt: null },
    botIsRunning: true,
    people: [lin, lead, li, zhang],
    personId: at[0],
    chatId: at[1],
    messages: byChat,
    ...more,
  };
}
const asLin: [string, string] = ['ou_lin', 'oc_lin'];
const asLi: [string, string] = ['ou_li', 'oc_service'];
const asZhang: [string, string] = ['ou_zhang', 'oc_zhang'];
const begun: TourMemory = { since: START, caseId: null, enteredAt: START };
const onCase: TourMemory = { ...begun, caseId: 7 };

describe('the main loop, step by step', () => {
  test.each<[StepId, string, TourWorld, StepId]>([
    ['forward', 'nothing was forwarded', world([], asLin), 'forward'],
    ['forward', 'an old draft hangs there', world([draft(6, { createdAt: START - 1 })], asLin), 'forward'],
    ['forward', 'the draft came', world([draft()], asLin), 'submit'],
    ['submit', 'submitted, the group has no card yet', world([submitted], asLin), 'submit'],
    ['submit', 'the group has its card', world([submitted, unclaimed], asLin), 'visit'],
    [
      'submit',
      'the group has the card of another case',
      world([submitted, card('om_x', 'oc_service', [button('feedback.claim', 3)])], asLin),
      'submit',
    ],
    ['visit', 'one is still the rep', world([submitted, unclaimed], asLin), 'visit'],
    ['visit', 'one is in the group', world([submitted, unclaimed], asLi), 'claim'],
    ['claim', 'nobody claimed', world([submitted, unclaimed], asLi), 'claim'],
    ['claim', 'somebody claimed', world([submitted, claimed], asLi), 'answer'],
    ['answer', 'the rep has the answer', world([answered, resting], asLi), 'return'],
    ['return', 'one is the rep again', world([answered, resting], asLin), 'close'],
    ['close', 'not told yet', world([answered, resting], asLin), 'close'],
    ['close', 'archived', world([closed, resting], asLin), 'manager'],
    ['manager', 'one is the manager', world([closed, resting], asZhang), 'morning'],
    ['morning', 'the bot greets', world([card('om_hello', 'oc_zhang', [])], asZhang), 'morning'],
    [
      'morning',
      'the digest came',
      world([card('om_digest', 'oc_zhang', [], { createdAt: START + 86_400_000 })], asZhang),
      'end',
    ],
  ])('%s: %s', (step, _what, seen, next) => {
    expect(advance(step, seen, step === 'forward' ? begun : onCase).step).toBe(next);
  });

  test('a resumed tour skips all steps that happened meanwhile', () => {
    const moved = advance('forward', world([answered, resting, draft(8)], asLin), begun);
    expect(moved).toMatchObject({ step: 'submit', memory: { caseId: 8 } });
    expect(advance('submit', world([answered, resting], asLin), onCase).step).toBe('close');
  });

  test('a step can be skipped, and the last step stays the last', () => {
    const seen = world([], asLin);
    expect(skip('forward', seen, begun).step).toBe('submit');
    expect(STEPS.reduce<StepId>((step) => skip(step, seen, begun).step, 'forward')).toBe('end');
    expect(advance('end', seen, begun).step).toBe('end');
  });
});

describe('the target of a step', () => {
  test('is first the way to the right person and chat, then the control', () => {
    const seen = world([submitted, unclaimed], asLin);
    expect(wrongSeat('claim', seen, onCase)).toMatchObject({ person: { id: 'ou_li' }, chatId: 'oc_service' });
    expect(targetsOf('claim', seen, onCase)[0]).toBe('[data-person-id="ou_li"]');
    expect(targetsOf('claim', { ...seen, personId: 'ou_li', chatId: 'oc_li' }, onCase)[0]).toBe(
      '[data-chat-id="oc_service"]',
    );
    expect(targetsOf('claim', world([submitted, unclaimed], asLi), onCase)[0]).toBe(
      '[data-message-id="om_dept"] [data-cmd="feedback.claim"]',
    );
  });

  test('the tour reads the chats of the rep, the manager and each group once', () => {
    expect(chatsToRead([lin, lead, li, zhang]).map(({ chatId }) => chatId)).toEqual([
      'oc_lin',
      'oc_zhang',
      'oc_service',
    ]);
  });
});

describe('the wait of a step', () => {
  const said = message('om_said', { chatId: 'oc_lin', createdAt: START + 1 });
  test.each<[StepId, TourWorld, string | null]>([
    ['forward', world([], asLin), null],
    ['forward', world([said], asLin), 'draft'],
    ['submit', world([draft()], asLin), null],
    ['submit', world([submitted], asLin), 'department'],
    ['answer', world([submitted, resting], asLi), 'repCard'],
    ['morning', world([], asZhang), null],
    [
      'morning',
      world([], asZhang, { clock: { now: START + 86_400_000, offsetMs: 0, rate: 1, nextReminderAt: null } }),
      'digest',
    ],
    ['claim', world([unclaimed], asLi, { botIsRunning: false }), 'bot'],
    ['end', world([], asLin, { botIsRunning: false }), null],
  ])('%s', (step, seen, wait) => {
    expect(waitOf(step, seen, step === 'forward' ? begun : onCase)).toBe(wait);
  });
});

describe('acting for the person', () => {
  test('chooses the person and chat first', () => {
    expect(helpOf('visit', world([submitted, unclaimed], asLin), onCase)).toEqual({
      do: 'go',
      personId: 'ou_li',
      chatId: 'oc_service',
    });
  });

  test('submits the draft with its values, and fills in the missing ones', () => {
    expect(helpOf('submit', world([draft()], asLin), onCase)).toEqual({
      do: 'act',
      name: 'tap',
      body: {
        person: 'ou_lin',
        messageId: 'om_rep',
        cmd: 'feedback.submit',
        form: { customer: '宏达商贸', kind: 'complaint', department: 'after_sales', note: '急' },
      },
    });
  });

  test('cannot tap a missing button', () => {
    expect(helpOf('claim', world([submitted, claimed], asLi), onCase)).toBeNull();
    expect(helpOf('end', world([], asLin), onCase)).toBeNull();
  });
});

describe('reading a card', () => {
  test('finds the commands at all depths, and none in a card without commands', () => {
    const nested = {
      body: { elements: [{ tag: 'column_set', columns: [{ elements: [button('feedback.claim', 3)] }] }] },
    };
    expect(commandsOf(nested)).toEqual([{ cmd: 'feedback.claim', id: 3 }]);
    expect(commandsOf(null)).toEqual([]);
  });

  test('skips an answer that a select does not offer', () => {
    const shown = draft().card;
    expect(filledForm(shown, 'feedback.submit', { department: 'nowhere' })).toMatchObject({ department: 'unsure' });
    expect(filledForm(shown, 'feedback.close', {})).toEqual({});
  });
});
