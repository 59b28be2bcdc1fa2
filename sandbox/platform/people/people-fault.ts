export type PeopleFaultCode =
  | 'not_own'
  | 'recalled'
  | 'not_editable'
  | 'edited_too_often'
  | 'other_chat'
  | 'not_in_chat'
  | 'dissolved';

/** What a person's client does not let them do; nothing has happened then. */
export class PeopleFault extends Error {
  constructor(
    readonly code: PeopleFaultCode,
    message: string,
  ) {
    super(message);
  }
}
