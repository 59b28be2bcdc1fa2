import type { ProcedureRecord } from '../../src/domain/procedure/record';
import { DAY } from '../../src/domain/time';
import { type Title, title } from './entry';
import {
  adPlan,
  approvalWith,
  asked,
  CLAIMER,
  capa,
  DEPARTMENT,
  ended,
  ISSUER,
  measuresOf,
  stressed,
  tellLines,
  voted,
} from './procedure-records';
import type { ProcedureWords } from './procedure-words';
import { BEGAN } from './sample-case';

/** A wall's card of a record, by the ending of its id. */
export type Drawn = [id: string, words: Title, record: ProcedureRecord, wall: string, retired?: boolean];

export const me = (id: string) => `person:ou_${id}`;

/** Records that are with others, or finished. */
export function toFollow(words: ProcedureWords): Drawn[] {
  const gm = asked({ personId: 'ou_lead', step: 'director' });
  const decided = adPlan('run', words, {
    approval: approvalWith([voted('gm', 'ou_boss', 'approve', words.approved)]),
    deeds: [voted('gm', 'ou_boss', 'approve', words.approved).deed],
  });
  const extension = {
    until: BEGAN + 6 * DAY,
    reason: words.extension,
    by: 'ou_worker',
    at: BEGAN,
    count: 1,
    waitsFor: null,
  };
  const telling = capa('tell', words, {
    asked: [asked({ personId: 'ou_rep', step: 'line:0' })],
    lines: tellLines(words),
  });
  const closed = ended(capa('tell', words, { lines: tellLines(words) }), 'closed');
  const gone = capa('contain', words, {
    asked: [asked({ department: 'quality' })],
    parties: [{ key: 'department:logistics', goneTo: 'department:quality' }],
  });
  return [
    [
      'wait-filling',
      title('别人在填', 'Somebody fills it in'),
      capa('analyse', words, { asked: [CLAIMER] }),
      me('boss'),
    ],
    [
      'wait-unclaimed',
      title('还没有人接', 'Nobody has claimed it'),
      capa('contain', words, { asked: [DEPARTMENT] }),
      me('boss'),
    ],
    ['wait-approval', title('在审批', 'In approval'), adPlan('approval', words, { asked: [gm] }), me('clerk')],
    [
      'wait-children',
      title('在等措施办完', 'Measures are being done'),
      capa('act', words, { children: measuresOf(words, 1) }),
      me('boss'),
    ],
    ['wait-date', title('等到日子', 'Waits for a date'), decided, me('clerk')],
    ['wait-telling', title('在告知客户', 'Customers are being told'), telling, me('boss')],
    ['wait-extended', title('已延期', 'Extended'), capa('analyse', words, { asked: [CLAIMER], extension }), me('boss')],
    [
      'wait-closed',
      title('还没到时候', 'Not open yet'),
      { ...capa('verify', words, { asked: [ISSUER], children: measuresOf(words, 2) }), moments: {} },
      me('boss'),
    ],
    ['wait-nobody', title('找不到人', 'Nobody there'), capa('review', words), me('boss')],
    [
      'wait-stressed',
      title('内容很长', 'Long texts'),
      stressed(capa('analyse', words, { asked: [CLAIMER] }), words),
      me('boss'),
    ],
    ['finished-well', title('已关闭', 'Closed'), closed, me('boss')],
    [
      'finished-rejected',
      title('未批准', 'Not approved'),
      {
        ...ended(adPlan('approval', words), 'rejected'),
        deeds: [voted('gm', 'ou_boss', 'reject', words.rejected).deed],
      },
      me('clerk'),
    ],
    ['finished-void', title('已作废', 'Void'), ended(capa('contain', words), 'void'), me('boss')],
    ['done-approver', title('审批过了', 'Has approved'), decided, me('boss')],
    ['done-claimer', title('办完了', 'Has done their part'), closed, me('worker')],
    [
      'done-department',
      title('群里，已有人办', 'A group, somebody has it'),
      capa('contain', words, { asked: [CLAIMER] }),
      'department:logistics',
    ],
    ['done-gone', title('已转走', 'Moved on'), gone, 'department:logistics'],
    ['retired-card', title('旧卡片', 'A retired card'), closed, me('boss'), true],
  ];
}
