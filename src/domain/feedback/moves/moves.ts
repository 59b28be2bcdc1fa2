import type { Command } from '../commands';
import { forwardRefused, keepAttachment } from './attachments';
import { correct } from './correct';
import {
  addCause,
  amendAnswer,
  answer,
  answerWithReply,
  claim,
  extend,
  release,
  requestInfo,
  transfer,
} from './department';
import { restore, save, setPriority } from './draft';
import { edit, note, recall } from './messages';
import type { Move, Of } from './outcome';
import { close, interim, provideInfo, reopen, submit, urge, withdraw } from './rep';
import { revealContact } from './reveal-contact';
import { instruct, route } from './routing';
import { split } from './split';
import { adopt, assign, moveDepartment, skipReview, takeOver, unassign } from './succession';

/** What each command does; `decide` calls one of these. */
export const MOVES: { [T in Command['type']]: Move<Of<T>> } = {
  submit,
  save,
  set_priority: setPriority,
  restore,
  discard: () => ({ changes: {} }),
  route,
  instruct,
  claim,
  assign,
  release,
  answer,
  answer_with_reply: answerWithReply,
  amend_answer: amendAnswer,
  transfer,
  request_info: requestInfo,
  provide_info: provideInfo,
  extend,
  interim,
  still_working: (_feedback, _command, { now }) => ({ changes: { stillAt: now } }),
  reveal_contact: revealContact,
  look: () => ({ changes: {} }),
  correct,
  urge,
  nudge_rep: urge,
  cause: addCause,
  withdraw,
  close,
  reopen,
  split,
  adopt,
  note,
  recall,
  edit,
  keep_attachment: keepAttachment,
  forward_refused: forwardRefused,
  unassign,
  move_department: moveDepartment,
  take_over: takeOver,
  skip_review: skipReview,
};
