import type { FoundDepartment } from './org/settings';

/** Somebody or something with an id of the platform and a name. */
export interface Named {
  id: string;
  name: string;
}

/** What we ask of the platform's contacts and groups. Every method throws `AppError` with a `feishu_…` code. */
export interface Contacts {
  /** The groups that the bot is in. */
  groups(): Promise<Named[]>;
  /** The people in a group that the bot is in. */
  members(chatId: string): Promise<Named[]>;
  /** The company's departments, as far as the app may see them. */
  departments(): Promise<({ id: string } & FoundDepartment)[]>;
  /** One department (`od-…`); null where there is none, or the app may not see it. */
  department(id: string): Promise<FoundDepartment | null>;
}
