import type { Command } from '../commands';
import { answer, claim, extend, requestInfo, transfer } from './department';
import { keepAttachment, note, recall } from './messages';
import { instruct, route } from './office';
import { close, provideInfo, reopen, submit, urge, withdraw } from './rep';
import type { Move, Of } from './shared';

export const MOVES: { [T in Command['type']]: Move<Of<T>> } = {
  submit,
  discard: () => ({ changes: {} }),
  route,
  instruct,
  claim,
  answer,
  transfer,
  request_info: requestInfo,
  provide_info: provideInfo,
  extend,
  urge,
  withdraw,
  close,
  reopen,
  note,
  recall,
  keep_attachment: keepAttachment,
};
