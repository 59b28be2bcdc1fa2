import type { Incoming, TapAnswer } from '../../domain/messaging';
import { departmentServedBy } from '../../domain/org/membership';
import type { Core } from '../core';
import type { TapEvent } from '../desk';
import type { GroupMembers } from '../organisation/group-members';

/** Somebody who acts in a chat; `tenant` is their company as far as Feishu tells it. */
interface Caller {
  personId: string;
  chatId: string;
  tenant: string | undefined;
}

/** Why somebody is not let in: they are of another company, or no member of this department's group. */
export type Barred = { why: 'other_company' } | { why: 'not_of_group'; group: string };

/** Lets in taps and messages of the company's own people, and in a department's group those of its members. */
export class Gate {
  constructor(
    private readonly core: Pick<Core, 'office' | 'texts' | 'log'>,
    private readonly members: Pick<GroupMembers, 'mayBeIn'>,
  ) {}

  /** The company that the app belongs to, as events tell it; null until one has. */
  private home: string | null = null;

  /** Learns from an event which company the app belongs to. */
  meet(tenant: string | undefined): void {
    if (tenant) this.home ??= tenant;
  }

  /** The answer to a tap that must change nothing; null if the person may come in. */
  async refusal({ tap, tenant }: TapEvent): Promise<TapAnswer | null> {
    const { strangers } = this.core.texts;
    const caller = { personId: tap.operatorId, chatId: tap.chatId, tenant: tap.tenant };
    const barred = await this.barred(caller, tenant, 'a tap');
    if (!barred) return null;
    return warning(barred.why === 'other_company' ? strangers.otherCompany : strangers.notOfGroup(barred.group));
  }

  /** Why a message must do nothing; null if its writer may come in. */
  async barredFrom({ message, tenant }: Extract<Incoming, { kind: 'message' }>): Promise<Barred | null> {
    const { senderId: personId, chatId } = message;
    return this.barred({ personId, chatId, tenant: message.tenant }, tenant, 'a message');
  }

  private async barred(
    { personId, chatId, tenant }: Caller,
    appTenant: string | undefined,
    what: string,
  ): Promise<Barred | null> {
    const { office, log } = this.core;
    const own = appTenant ?? this.home;
    if (tenant && own && tenant !== own) {
      log.warn({ personId, chatId }, `${what} by somebody of another tenant was refused`);
      return { why: 'other_company' };
    }
    const { org } = office();
    const key = departmentServedBy(chatId, org);
    if (key === null || (await this.members.mayBeIn(chatId, personId))) return null;
    log.warn({ personId, chatId }, `${what} by somebody outside the group was refused`);
    return { why: 'not_of_group', group: org.departments.find((department) => department.key === key)?.name ?? '' };
  }
}

const warning = (content: string): TapAnswer => ({ toast: { type: 'warning', content } });
