import type { Command } from '../commands';
import { correct } from './correct';
import { answer, answerWithReply, claim, extend, release, requestInfo, transfer } from './department';
import { keepAttachment, note, recall } from './messages';
import { instruct, route } from './office';
import { close, interim, provideInfo, reopen, submit, urge, withdraw } from './rep';
import type { Move, Of } from './shared';
import { moveDepartment, skipReview, takeOver, unassign } from './succession';

export const MOVES: { [T in Command['type']]: Move<Of<T>> } = {
  submit,
  discard: () => ({ changes: {} }),
  route,
  instruct,
  claim,
  release,
  answer,
  answer_with_reply: answerWithReply,
  transfer,
  request_info: requestInfo,
  provide_info: provideInfo,
  extend,
  interim,
  correct,
  urge,
  withdraw,
  close,
  reopen,
  note,
  recall,
  keep_attachment: keepAttachment,
  unassign,
  move_department: moveDepartment,
  take_over: takeOver,
  skip_review: skipReview,
};
