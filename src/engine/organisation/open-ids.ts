import type { Logger } from 'pino';
import type { Contacts } from '../../domain/contacts';

import type { PersonAlias } from '../../domain/messaging';
import { isPassing } from '../queue/retry';

const REMEMBERED = 10_000;

export interface OpenIdsParts {
  /** Null if there is no platform to ask. */
  contacts: Pick<Contacts, 'openIdOf'> | null;
  log: Logger;
}

/** The open_id behind a union_id or user_id, for the few events that come without open_id. */
export class OpenIds {
  private readonly found = new Map<string, string>();

  constructor(private readonly parts: OpenIdsParts) {}

  /** The open_id, if one of these ids was asked for before. */
  known(aliases: PersonAlias[]): string | null {
    return (
      aliases.map(({ type, id }) => this.found.get(`${type} ${id}`)).find((openId) => openId !== undefined) ?? null
    );
  }

  /** Asks Feishu; false if it knows nobody by these ids. Throws `AppError` if it does not answer. */
  async learn(aliases: PersonAlias[]): Promise<boolean> {
    for (const alias of aliases) {
      const openId = await this.ask(alias);
      if (openId === null) continue;
      if (this.found.size >= REMEMBERED) this.found.clear();
      this.found.set(`${alias.type} ${alias.id}`, openId);
      return true;
    }
    const types = aliases.map(({ type }) => type);
    this.parts.log.warn({ types }, 'an event came without open_id, and its person could not be found');
    return false;
  }

  /** Null as well if the app may not ask. */
  private async ask(alias: PersonAlias): Promise<string | null> {
    try {
      return (await this.parts.contacts?.openIdOf(alias)) ?? null;
    } catch (error) {
      if (isPassing(error)) throw error;
      this.parts.log.warn({ err: error }, 'the contacts do not tell who a person is');
      return null;
    }
  }
}
