import type { PersonAlias } from './messaging';
import type { FoundDepartment } from './org/settings';

/** A person, group or department with its id on Feishu. */
export interface Named {
  id: string;
  name: string;
}

/** What the bot asks of Feishu's contacts and groups. Every method throws `AppError` with a `feishu_…` code. */
export interface Contacts {
  /** The groups that the bot is in. */
  groups(): Promise<Named[]>;
  /** The people in a group that the bot is in. */
  members(chatId: string): Promise<Named[]>;
  /** The open_id of a person; null if Feishu knows nobody by that id. */
  openIdOf(alias: PersonAlias): Promise<string | null>;
  /** Whether anybody has this open_id; true as well for people whom the app may not see. */
  isPerson(openId: string): Promise<boolean>;
  /** The company's departments that the app may see; `isCut` if there are more than anybody would read. */
  departments(): Promise<{ departments: ({ id: string } & FoundDepartment)[]; isCut: boolean }>;
  /** One department (`od-…`); null if it is unknown or the app may not see it. */
  department(id: string): Promise<FoundDepartment | null>;
}

/** A permission (scope) of Feishu that the app lacks, and what the bot cannot do without it. */
export interface MissingScope {
  scope: string;
  need: string;
}
