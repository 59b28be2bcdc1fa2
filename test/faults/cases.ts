import { setTimeout as sleep } from 'node:timers/promises';
import { GROUPS, PEOPLE } from '../../sandbox/company';
import type { Content } from '../../sandbox/platform';
import type { TapResult } from '../../sandbox/platform/cards/card-client';
import { until } from '../process/until';
import type { FaultWorld } from './fault-world';
import type { Shown } from './screen';

const DEPARTMENTS = [
  { key: 'after_sales', category: 'after_sales', group: GROUPS.afterSales.id, member: PEOPLE.serviceLi },
  { key: 'quality', category: 'quality', group: GROUPS.quality.id, member: PEOPLE.qualitySun },
  { key: 'logistics', category: 'delivery', group: GROUPS.logistics.id, member: PEOPLE.logisticsXu },
] as const;

export type Step = 'forward' | 'submit' | 'claim' | 'answer';

/** How long an effect that the bot has acknowledged may take before the case stops waiting for it. */
const SHOWN_WITHIN_MS = 240_000;

let count = 0;

/** One customer's case from the forward to the department's answer, played by people who tap again if nothing happens. */
export class Case {
  private readonly number = count++;
  readonly mark = `K${this.number}K`;
  readonly department = DEPARTMENTS[this.number % DEPARTMENTS.length] as (typeof DEPARTMENTS)[number];
  /** What the bot has acknowledged, with the moment (`performance.now`). */
  readonly acknowledged = new Map<Step, number>();
  private messageId: string | null = null;

  constructor(
    private readonly world: FaultWorld,
    readonly repId = world.freshRep(),
  ) {}

  private get wall(): Shown[] {
    const chat = this.world.feishu.p2pChatOf(this.repId);
    return this.world.screen.about(this.mark).filter(({ chatId }) => chatId === chat);
  }

  /** The rep's cards about the case. */
  get drafts(): Shown[] {
    return this.wall.filter(({ parentId }) => parentId === null);
  }

  /** The department's cards about the case; its reminders name a case by its number. */
  get posted(): Shown[] {
    const inGroup = ({ chatId, parentId }: Shown) => chatId === this.department.group && parentId === null;
    return this.world.screen.about(this.mark).filter(inGroup);
  }

  /** What the rep was told of the department's answer. */
  get told(): Shown[] {
    return this.wall.filter(({ parentId, text }) => parentId !== null && text.includes(this.answerText));
  }

  get answerText(): string {
    return `更换了排水管${this.mark}`;
  }

  /** The number under which people speak of the case; null until its card is posted. */
  get publicNumber(): string | null {
    return this.posted[0]?.text.match(/FB-\d+/)?.[0] ?? null;
  }

  /** The rep forwards the customer's words; resolves when the platform's first push has ended. */
  async forward(content: Content = { type: 'text', text: this.words }): Promise<void> {
    this.messageId = (await this.world.feishu.send(this.repId, { bot: true }, content)).id;
    this.hasArrived();
  }

  get words(): string {
    return `客户：海风公司。订单${this.mark}，刚装的空调漏水，请尽快派人维修`;
  }

  /** Whether the bot has acknowledged the message, be it at a later push. */
  hasArrived(): boolean {
    if (!this.acknowledged.has('forward') && this.messageId !== null && isDelivered(this.world, this.messageId))
      this.acknowledged.set('forward', performance.now());
    return this.acknowledged.has('forward');
  }

  async isDrafted(withinMs = SHOWN_WITHIN_MS): Promise<void> {
    await this.comes('draft', () => this.hasArrived() && this.drafts.length > 0, withinMs);
  }

  async submit(): Promise<void> {
    await this.tapUntil('submit', () => this.tapSubmit(), { isDone: () => this.posted.length > 0 });
  }

  /** One tap on the submit button, whatever comes of it. */
  tapSubmit(): Promise<TapResult> {
    const { key, category } = this.department;
    const form = { customer: '海风公司', channel: 'wechat', category, department: key };
    return this.tap(this.repId, this.drafts[0], { cmd: 'feedback.submit', form });
  }

  async claim(): Promise<void> {
    const { member } = this.department;
    await this.tapUntil('claim', () => this.tap(member.id, this.posted[0], { cmd: 'feedback.claim' }), {
      isDone: () => [this.posted[0], this.drafts[0]].every((card) => card?.text.includes(member.name)),
    });
  }

  async answer(): Promise<void> {
    const { member } = this.department;
    const tap = { cmd: 'feedback.answer', form: { answer: this.answerText } };
    await this.tapUntil('answer', () => this.tap(member.id, this.posted[0], tap), {
      isDone: () => this.told.length > 0 && (this.drafts[0]?.text.includes('待回复客户') ?? false),
    });
  }

  /** All steps; stops quietly if an effect never comes, which the oracle then reports. */
  async play(content?: Content): Promise<void> {
    try {
      await this.forward(content);
      await this.isDrafted();
      await this.submit();
      await this.claim();
      await this.answer();
    } catch (error) {
      if (!(error instanceof NeverCame)) throw error;
    }
  }

  private tap(personId: string, card: Shown | undefined, tap: object): Promise<TapResult> {
    if (!card) throw new Error(`${this.mark} has no card to tap`);
    return this.world.feishu.tap(personId, card.id, tap);
  }

  /** A person taps again if the client shows an error and the card stays as it is. */
  private async tapUntil(step: Step, tap: () => Promise<TapResult>, { isDone }: { isDone: () => boolean }) {
    const givesUpAt = performance.now() + SHOWN_WITHIN_MS;
    while (!isDone() && !this.acknowledged.has(step) && performance.now() < givesUpAt) {
      const { error, toast } = await tap();
      if (!error && toast?.type !== 'error' && toast?.type !== 'warning')
        this.acknowledged.set(step, performance.now());
      else await sleep(400);
    }
    await this.comes(step, isDone, SHOWN_WITHIN_MS);
  }

  private async comes(what: string, isThere: () => boolean, withinMs: number): Promise<void> {
    await until(isThere, withinMs, () => `${what} of ${this.mark}`).catch((error: unknown) => {
      throw new NeverCame(String(error));
    });
  }
}

/** An effect has not come in time. */
class NeverCame extends Error {}

function isDelivered(world: FaultWorld, messageId: string): boolean {
  return deliveries(world).has(messageId);
}

const seen = new WeakMap<FaultWorld, { delivered: Set<string>; open: Set<number>; upTo: number }>();

/** The messages that the bot has acknowledged; looks only at pushes that are new or were open the last time. */
function deliveries(world: FaultWorld): Set<string> {
  const known = seen.get(world) ?? { delivered: new Set(), open: new Set(), upTo: 0 };
  seen.set(world, known);
  const pushes = world.feishu.pushes();
  for (; known.upTo < pushes.length; known.upTo += 1) known.open.add(known.upTo);
  for (const index of known.open) {
    const push = pushes[index];
    if (!push?.attempts.some(({ outcome }) => outcome.ok)) continue;
    known.open.delete(index);
    const message = push.envelope.event.message as { message_id?: string } | undefined;
    if (message?.message_id) known.delivered.add(message.message_id);
  }
  return known.delivered;
}
