import type { Acts } from '../../page-contract';
import { nineTomorrow } from '../lib/time-text';
import { filledForm, offers } from './card-reading';
import {
  caseOf,
  departmentCard,
  departmentSeat,
  draftCard,
  isSeated,
  managerSeat,
  repCard,
  repSeat,
  type Seat,
  type TourMemory,
  type TourWorld,
} from './tour-world';

/** The steps of the tour in order. */
export const STEPS = [
  'forward',
  'submit',
  'visit',
  'claim',
  'answer',
  'return',
  'close',
  'manager',
  'morning',
  'end',
] as const;
export type StepId = (typeof STEPS)[number];

/** What the tour waits for after the person's action. */
export type Wait = 'bot' | 'draft' | 'department' | 'repCard' | 'digest';

/** What a tap on 帮我点 does. */
export type Help =
  | { do: 'go'; personId: string; chatId: string }
  | { [Name in keyof Acts]: { do: 'act'; name: Name; body: Acts[Name] } }[keyof Acts];

interface Step {
  /** Person and chat of the step; null if it can happen anywhere. */
  seat(world: TourWorld, memory: TourMemory): Seat | null;
  done(world: TourWorld, memory: TourMemory): boolean;
  /** Selectors to point at, the best first. */
  targets(world: TourWorld, memory: TourMemory): string[];
  /** The person's action once they are in the right chat. */
  help?(world: TourWorld, memory: TourMemory): Help | null;
  waits?(world: TourWorld, memory: TourMemory): Wait | null;
}

const SAMPLE = 'complaint';
const ANSWER = '已约好今天下午 3 点上门更换进水阀，费用由我司承担，换好后当场试水。';
const WORDS = '处理得很快，谢谢。';

const byTestId = (testId: string) => `[data-testid="${testId}"]`;
const inMessage = (id: string | undefined, cmd: string) =>
  id === undefined ? [] : [`[data-message-id="${id}"] [data-cmd="${cmd}"]`, `[data-message-id="${id}"] .card`];

/** Taps a command of the card with its form filled in. */
function tapping(card: ReturnType<typeof repCard>, seat: Seat | null, cmd: string, answers = {}): Help | null {
  if (!card || !seat || !offers(card, cmd)) return null;
  const body = { person: seat.person.id, messageId: card.id, cmd, form: filledForm(card.card, cmd, answers) };
  return { do: 'act', name: 'tap', body };
}

function isClaimed(world: TourWorld, memory: TourMemory): boolean {
  const card = departmentCard(world, memory);
  return card !== undefined && !offers(card, 'feedback.claim');
}

function isClosed(world: TourWorld, memory: TourMemory): boolean {
  const card = repCard(world, memory);
  return card !== undefined && !offers(card, 'feedback.close') && !offers(card, 'feedback.submit');
}

const MAIN_LOOP: Record<StepId, Step> = {
  forward: {
    seat: repSeat,
    done: (world, memory) => draftCard(world, memory) !== undefined,
    targets: () => [`[data-sample="${SAMPLE}"]`, byTestId('tray-toggle')],
    help: (world) => {
      const seat = repSeat(world);
      const body = { person: seat?.person.id ?? '', samples: [SAMPLE], chatId: seat?.chatId };
      return { do: 'act', name: 'forward', body };
    },
    waits: (world, { since }) => {
      const seat = repSeat(world);
      const latest = world.messages.get(seat?.chatId ?? '')?.at(-1);
      return latest && latest.sender.id === seat?.person.id && latest.createdAt >= since ? 'draft' : null;
    },
  },
  submit: {
    seat: repSeat,
    done: (world, memory) => departmentCard(world, memory) !== undefined,
    targets: (world, memory) => inMessage(repCard(world, memory)?.id, 'feedback.submit'),
    help: (world, memory) =>
      tapping(repCard(world, memory), repSeat(world), 'feedback.submit', {
        customer: '宏达商贸',
        department: 'after_sales',
      }),
    waits: (world, memory) => {
      const card = repCard(world, memory);
      return card && offers(card, 'feedback.submit') ? null : 'department';
    },
  },
  visit: {
    seat: departmentSeat,
    done: (world, memory) => isSeated(world, departmentSeat(world, memory)) || isClaimed(world, memory),
    targets: () => [],
    waits: (world, memory) => (departmentSeat(world, memory) ? null : 'department'),
  },
  claim: {
    seat: departmentSeat,
    done: isClaimed,
    targets: (world, memory) => inMessage(departmentCard(world, memory)?.id, 'feedback.claim'),
    help: (world, memory) => tapping(departmentCard(world, memory), departmentSeat(world, memory), 'feedback.claim'),
  },
  answer: {
    seat: departmentSeat,
    done: (world, memory) => {
      const card = repCard(world, memory);
      return card !== undefined && offers(card, 'feedback.close');
    },
    targets: (world, memory) => inMessage(departmentCard(world, memory)?.id, 'feedback.answer'),
    help: (world, memory) =>
      tapping(departmentCard(world, memory), departmentSeat(world, memory), 'feedback.answer', { answer: ANSWER }),
    waits: (world, memory) => {
      const card = departmentCard(world, memory);
      return card && offers(card, 'feedback.answer') ? null : 'repCard';
    },
  },
  return: {
    seat: repSeat,
    done: (world, memory) => isSeated(world, repSeat(world)) || isClosed(world, memory),
    targets: () => [],
  },
  close: {
    seat: repSeat,
    done: isClosed,
    targets: (world, memory) => inMessage(repCard(world, memory)?.id, 'feedback.close'),
    help: (world, memory) =>
      tapping(repCard(world, memory), repSeat(world), 'feedback.close', {
        told_customer: ANSWER,
        satisfaction: 'satisfied',
        customer_words: WORDS,
      }),
  },
  manager: {
    seat: managerSeat,
    done: (world) => isSeated(world, managerSeat(world)),
    targets: () => [],
  },
  morning: {
    seat: managerSeat,
    // The bot's greeting does not count, because it comes at once.
    done: (world, { enteredAt }) =>
      (world.messages.get(managerSeat(world)?.chatId ?? '') ?? []).some(
        ({ sender, createdAt }) => sender.type === 'app' && createdAt >= nineTomorrow(enteredAt),
      ),
    targets: () => [byTestId('clock-morning'), byTestId('clock-toggle')],
    help: ({ clock }, { enteredAt }) => ({
      do: 'act',
      name: 'clock',
      body: { advanceMs: Math.max(1, nineTomorrow(enteredAt) - clock.now) },
    }),
    waits: ({ clock }, { enteredAt }) => (clock.now >= nineTomorrow(enteredAt) ? 'digest' : null),
  },
  end: { seat: () => null, done: () => false, targets: () => [] },
};

/** The person and chat that the step needs; null if they are chosen already. */
export function wrongSeat(step: StepId, world: TourWorld, memory: TourMemory): Seat | null {
  const seat = MAIN_LOOP[step].seat(world, memory);
  return seat && !isSeated(world, seat) ? seat : null;
}

/** The current step and notes of the tour; skips all steps that have happened. */
export function advance(step: StepId, world: TourWorld, memory: TourMemory): { step: StepId; memory: TourMemory } {
  if (step === 'end' || !MAIN_LOOP[step].done(world, memory)) return { step, memory };
  return advance(next(step), world, entering(world, memory));
}

/** Goes to the next step without waiting for the current one. */
export const skip = (step: StepId, world: TourWorld, memory: TourMemory) => ({
  step: next(step),
  memory: entering(world, memory),
});

const next = (step: StepId): StepId => STEPS[STEPS.indexOf(step) + 1] ?? 'end';
const entering = (world: TourWorld, memory: TourMemory): TourMemory => ({
  ...memory,
  caseId: caseOf(world, memory),
  enteredAt: world.clock.now,
});

/** What the tour waits for; null if it is the person's turn. */
export function waitOf(step: StepId, world: TourWorld, memory: TourMemory): Wait | null {
  if (step === 'end') return null;
  if (!world.botIsRunning) return 'bot';
  return MAIN_LOOP[step].waits?.(world, memory) ?? null;
}

/** Selectors to point at, the best first: the way to the right person and chat, else the control. */
export function targetsOf(step: StepId, world: TourWorld, memory: TourMemory): string[] {
  const seat = wrongSeat(step, world, memory);
  if (!seat) return MAIN_LOOP[step].targets(world, memory);
  if (seat.person.id !== world.personId) {
    return [`[data-person-id="${seat.person.id}"]`, byTestId('person-select')];
  }
  return [`[data-chat-id="${seat.chatId}"]`, byTestId('back-to-chats')];
}

/** What 帮我点 would do now; null if it can do nothing. */
export function helpOf(step: StepId, world: TourWorld, memory: TourMemory): Help | null {
  const seat = wrongSeat(step, world, memory);
  if (seat) return { do: 'go', personId: seat.person.id, chatId: seat.chatId };
  return MAIN_LOOP[step].help?.(world, memory) ?? null;
}
