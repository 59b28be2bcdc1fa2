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
  /** The company's departments that the app may see; `isCut` if there are more than anybody would read. */
  departments(): Promise<{ departments: ({ id: string } & FoundDepartment)[]; isCut: boolean }>;
  /** One department (`od-…`); null if it is unknown or the app may not see it. */
  department(id: string): Promise<FoundDepartment | null>;
}
