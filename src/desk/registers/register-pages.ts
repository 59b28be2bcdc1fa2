import type { CardContext } from '../../../cards/kit/context';
import { entryCard } from '../../../cards/registers/entry-card';
import { type NearNames, nearNamesCard, registerHintCard } from '../../../cards/registers/near-card';
import { registerOverviewCard } from '../../../cards/registers/overview-card';
import { pickEntryCard } from '../../../cards/registers/pick-card';
import { type SheetOffer, sheetCard } from '../../../cards/registers/sheet-card';
import { ProposalStore } from '../../db/registers/proposal-store';
import { RegisterStore } from '../../db/registers/register-store';
import type { Tx } from '../../db/transaction';
import type { MessageNotice } from '../../domain/decision';
import type { CardJson } from '../../domain/messaging';
import type { Context } from '../../domain/office';
import { coreName, stemOf } from '../../domain/registers/folding';
import { mayKeep, seesContacts } from '../../domain/registers/keepers';
import { NameIndex } from '../../domain/registers/match';
import { isRegister, namesOf, type RegisterEntry, type RegisterName } from '../../domain/registers/register';
import { type Core, cardContext, contextOf } from '../../engine/core';
import type { Catalogue, CustomerItem, SoughtCustomer } from '../catalogue';

const MAX_RECORDS = 6;
/** More proposals than these would not fit on a phone. */
const MAX_PROPOSED = 4;
/** A customer with more names is found by the first of them. */
const MAX_STEMS = 8;

export interface RegisterPagesParts {
  core: Core;
  catalogues: Catalogue[];
}

/** A record of a customer, and the catalogue that draws its row. */
interface Found extends CustomerItem {
  catalogue: Catalogue;
}

/** Draws what is said about registers, for the one person who reads it. */
export class RegisterPages {
  constructor(private readonly parts: RegisterPagesParts) {}

  /** Draws a message by its name; null for any other message, and for one about an entry that is gone. */
  async compose({ name, params = {}, to }: MessageNotice): Promise<CardJson | null> {
    const [room, page] = name.split('.', 2);
    if (room !== 'registers') return null;
    const register = String(params.register);
    if (!isRegister(register)) return null;
    switch (page) {
      case 'entry':
        return this.entry(register, Number(params.id), to.id);
      case 'overview':
        return this.overview(register);
      case 'near':
        return nearNamesCard(params as unknown as NearNames, await this.context([]));
      case 'hint':
        return registerHintCard(register, await this.context([]));
      case 'sheet':
        return sheetCard(params as unknown as SheetOffer, await this.context([]));
      default:
        return null;
    }
  }

  /** The card of an entry with the records that this person may see; null if the entry is gone. */
  async entry(register: RegisterName, id: number, personId: string): Promise<CardJson | null> {
    const { core } = this.parts;
    const asking = contextOf(core, { id: personId, chatId: null });
    const read = await core.inTransaction(async (tx) => {
      const entry = await new RegisterStore(tx, register).get(id);
      const isCustomer = register === 'customers';
      return entry && { entry, records: isCustomer ? await this.recordsOf(tx, entry, asking) : null };
    });
    if (!read) return null;
    const { entry, records } = read;
    const named = (records?.found ?? []).flatMap(({ catalogue, item }) => catalogue.namedIn(item));
    const ctx = { ...(await this.context([...(entry.rep === null ? [] : [entry.rep]), ...named])), readerId: personId };
    const rows = (records?.found ?? []).map(({ catalogue, item }) => catalogue.row(item, ctx));
    return entryCard(
      {
        entry,
        masked: !seesContacts(entry, personId, ctx.org),
        records: records && { rows, total: records.total },
        mayMerge: mayKeep(personId, ctx.org),
        by: personId,
      },
      ctx,
    );
  }

  async overview(register: RegisterName): Promise<CardJson> {
    const read = await this.parts.core.inTransaction(async (tx) => {
      const proposals = new ProposalStore(tx);
      const [counts, proposed] = [await proposals.counts(), await proposals.waiting(register, MAX_PROPOSED)];
      return { count: await new RegisterStore(tx, register).count(), total: counts[register], proposed };
    });
    return registerOverviewCard({ register, ...read }, await this.context([]));
  }

  /** Asks whose alias a proposed name is; null if somebody has decided. `typed`: the name that was looked for. */
  async pickAlias(register: RegisterName, proposalId: number, typed: string | null): Promise<CardJson | null> {
    const proposal = await this.parts.core.inTransaction((tx) => new ProposalStore(tx).get(proposalId));
    return proposal && this.pick('alias', { register, id: proposalId, name: proposal.name }, typed);
  }

  /** Asks into which entry this one goes; null if the entry is gone. `typed`: the name that was looked for. */
  async pickMerge(register: RegisterName, entryId: number, typed: string | null): Promise<CardJson | null> {
    const entry = await this.parts.core.inTransaction((tx) => new RegisterStore(tx, register).get(entryId));
    return entry && this.pick('merge', { register, id: entryId, name: entry.name }, typed);
  }

  /** The context of a card, with the names of these people. */
  async context(people: string[]): Promise<CardContext> {
    const { core } = this.parts;
    const { nameOf } = await core.directory.namesWithin([...new Set(people)]);
    return cardContext(core, nameOf);
  }

  private async pick(
    what: 'alias' | 'merge',
    asked: { register: RegisterName; id: number; name: string },
    typed: string | null,
  ): Promise<CardJson> {
    const { core } = this.parts;
    const { register } = asked;
    const found = await core.inTransaction((tx) => new RegisterStore(tx, register).similarTo(typed ?? asked.name));
    // An entry is not merged into itself.
    const others = what === 'merge' ? found.filter(({ id }) => id !== asked.id) : found;
    const candidates = others.map(({ id, name }) => ({ id, name }));
    const missed = typed !== null && candidates.length === 0 ? typed : null;
    return pickEntryCard({ what, ...asked, candidates, missed }, await this.context([]));
  }

  /** The customer's records of all workflows: open ones first, then the newest. */
  private async recordsOf(tx: Tx, entry: RegisterEntry, context: Context): Promise<{ found: Found[]; total: number }> {
    const sought = await soughtCustomer(tx, entry);
    const found: Found[] = [];
    let total = 0;
    for (const catalogue of this.parts.catalogues) {
      const of = await catalogue.ofCustomer?.(tx, sought, MAX_RECORDS, context);
      total += of?.total ?? 0;
      found.push(...(of?.items ?? []).map((item) => ({ ...item, catalogue })));
    }
    found.sort((a, b) => Number(b.isOpen) - Number(a.isOpen) || b.createdAt - a.createdAt);
    return { found: found.slice(0, MAX_RECORDS), total };
  }
}

/** How the records of a customer are known: a name that another customer could have as well tells nothing. */
async function soughtCustomer(tx: Tx, entry: RegisterEntry): Promise<SoughtCustomer> {
  const names = namesOf(entry);
  const alike = await new RegisterStore(tx, 'customers').cored([...new Set(names.map(coreName))]);
  const others = alike.filter(({ id }) => id !== entry.id);
  const stems = [...new Set(names.map(stemOf))];
  const shortest = stems.filter((stem) => !stems.some((other) => other !== stem && stem.includes(other)));
  const index = new NameIndex([entry, ...others]);
  return { stems: shortest.slice(0, MAX_STEMS), isMeant: (typed) => index.find(typed)?.id === entry.id };
}
