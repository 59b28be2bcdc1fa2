import type { TapAnswer } from '../../domain/messaging';
import { departmentServedBy } from '../../domain/org/membership';
import type { Core } from '../core';
import type { TapEvent } from '../desk';
import type { GroupMembers } from '../organisation/group-members';

/** Lets in the taps of the company's own people, and in a department's group those of its members. */
export class TapGate {
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
    const { office, texts, log } = this.core;
    const own = tenant ?? this.home;
    if (tap.tenant && own && tap.tenant !== own) {
      log.warn({ operatorId: tap.operatorId, chatId: tap.chatId }, 'a tap by somebody of another tenant was refused');
      return warning(texts.strangers.otherCompany);
    }
    const { org } = office();
    const key = departmentServedBy(tap.chatId, org);
    if (key === null || (await this.members.mayBeIn(tap.chatId, tap.operatorId))) return null;
    log.warn({ operatorId: tap.operatorId, chatId: tap.chatId }, 'a tap by somebody outside the group was refused');
    const name = org.departments.find((department) => department.key === key)?.name ?? '';
    return warning(texts.strangers.notOfGroup(name));
  }
}

const warning = (content: string): TapAnswer => ({ toast: { type: 'warning', content } });
