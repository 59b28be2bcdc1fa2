/** Why a person's client refuses an action. */
export type PeopleFaultCode =
  | 'not_own'
  | 'recalled'
  | 'not_editable'
  | 'edited_too_often'
  | 'other_chat'
  | 'not_in_chat'
  | 'dissolved';

/** An action that a person's client refuses. Nothing has happened. */
export class PeopleFault extends Error {
  constructor(
    readonly code: PeopleFaultCode,
    message: string,
  ) {
    super(message);
  }
}
