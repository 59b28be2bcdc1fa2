import { DAY } from '../../src/domain/time';
import type { CardContext } from '../kit/context';
import { procedureCard } from '../procedure/procedure-card';
import { type Entry, type Section, type Title, title } from './entry';
import { CAPA } from './procedure-capa';
import { type Drawn, me, toFollow } from './procedure-followed';
import { AD_PLAN } from './procedure-plans';
import {
  adPlan,
  approvalWith,
  asked,
  bareRecord,
  CLAIMER,
  capa,
  contract,
  DEPARTMENT,
  ISSUER,
  inStage,
  measure,
  measuresOf,
  stressed,
  task,
  tellLines,
  voted,
} from './procedure-records';
import { type ProcedureWords, procedureWords } from './procedure-words';
import { BEGAN } from './sample-case';
import type { SampleOffice } from './sample-office';

/** The gallery's office, with a general manager and a director. */
export const procedureContext = ({ ctx }: SampleOffice): CardContext => ({
  ...ctx,
  org: { ...ctx.org, positions: { gm: ['ou_boss'], director: ['ou_lead'] } },
});

function toFill(words: ProcedureWords): Drawn[] {
  const draft = inStage(bareRecord(CAPA, { values: { kind: 'corrective' } }), 'issue', [{ ...ISSUER, dueAt: null }]);
  const half = { severity: 'major', product: words.product, batch: words.batch, problem: words.problem };
  const worker = { asked: [CLAIMER] };
  const analysed = { cause_class: 'method', cause: words.cause, similar: words.similar, verify_from: '2026-12-20' };
  const analysing = capa('analyse', words, worker);
  const filled = { ...analysing, values: { ...analysing.values, ...analysed } };
  const verifying = capa('verify', words, { asked: [ISSUER], children: measuresOf(words, 2) });
  const returned = voted('gm', 'ou_boss', 'return', words.returned);
  const clerk = asked({ personId: 'ou_clerk', dueAt: null });
  const plan = inStage(
    bareRecord(AD_PLAN, {
      holderId: 'ou_clerk',
      starterId: 'ou_clerk',
      values: { project: words.project, period: '2026-12' },
    }),
    'draft',
    [clerk],
  );
  const mended = adPlan('draft', words, {
    asked: [asked({ personId: 'ou_clerk' })],
    approval: approvalWith([voted('director', 'ou_lead', 'approve', ''), returned], 'gm'),
    deeds: [returned.deed],
  });
  const late = capa('contain', words, { asked: [{ ...CLAIMER, dueAt: BEGAN - 3 * DAY }] });
  return [
    ['fill-draft', title('草稿，第一步', 'A draft, first step'), draft, me('boss')],
    [
      'fill-draft-half',
      title('草稿，填了一半', 'A draft, half filled in'),
      { ...draft, values: { ...draft.values, ...half } },
      me('boss'),
    ],
    ['fill-short', title('接单后填写', 'Claimed, to fill in'), capa('contain', words, worker), me('worker')],
    ['fill-long', title('分几步填写', 'In several steps'), analysing, me('worker')],
    ['fill-children', title('逐条加措施', 'Measures, one by one'), filled, me('worker')],
    [
      'fill-children-added',
      title('措施齐了', 'Measures added'),
      { ...filled, children: measuresOf(words, 0) },
      me('worker'),
    ],
    ['fill-choice', title('几个结论并排', 'Equal choices'), verifying, me('boss')],
    ['fill-rows', title('要表格和附件', 'A table and files wanted'), plan, me('clerk')],
    [
      'fill-rows-given',
      title('表格已给', 'With its table'),
      adPlan('draft', words, { number: '', asked: [clerk], deeds: [] }),
      me('clerk'),
    ],
    ['fill-returned', title('退回修改', 'Sent back'), mended, me('clerk')],
    ['fill-late', title('已超期', 'Overdue'), late, me('worker')],
    [
      'fill-extended',
      title('申请了延期', 'More time asked for'),
      {
        ...late,
        extension: {
          until: BEGAN + 5 * DAY,
          reason: words.extension,
          by: 'ou_worker',
          at: BEGAN,
          count: 1,
          waitsFor: 'ou_boss',
        },
      },
      me('worker'),
    ],
    [
      'fill-deputy',
      title('代人办理', 'In the place of somebody'),
      capa('contain', words, { asked: [{ ...CLAIMER, insteadOf: 'ou_colleague' }] }),
      me('worker'),
    ],
    [
      'fill-group',
      title('群里填写', 'In a group'),
      capa('analyse', words, { asked: [DEPARTMENT] }),
      'department:logistics',
    ],
    ['fill-measure', title('措施负责人', 'The owner of a measure'), measure(words), me('worker')],
    ['fill-buttons', title('还有别的出路', 'Further ways out'), contract('sign', words), me('rep')],
    ['fill-many', title('字段很多', 'Many fields'), contract('file', words), me('rep')],
    ['fill-task-accept', title('任务，接受', 'A task to accept'), task('accept', words), me('worker')],
    [
      'fill-task-urgent',
      title('任务，特急', 'An urgent task'),
      task('accept', words, { values: { what: words.task, words: words.instruction, priority: 'urgent' } }),
      me('worker'),
    ],
    ['fill-task-do', title('任务，办理', 'A task to do'), task('do', words), me('worker')],
  ];
}

function toDecide(words: ProcedureWords): Drawn[] {
  const approved = [
    voted('director', 'ou_lead', 'approve', words.approved),
    voted('finance', 'ou_colleague', 'approve', ''),
  ];
  const gm = asked({ personId: 'ou_boss', step: 'gm' });
  const deciding = adPlan('approval', words, { asked: [gm], approval: approvalWith(approved) });
  const finance = asked({ department: 'quality', personId: 'ou_colleague', step: 'finance' });
  const reviewing = asked({ personId: 'ou_lead', step: 'lead' });
  const told = capa('tell', words, { asked: [asked({ personId: 'ou_rep', step: 'line:0' })], lines: tellLines(words) });
  const lastLine = told.lines.map((line, at) =>
    at === 1 ? { ...line, state: 'done' as const, by: 'ou_rep', at: BEGAN } : line,
  );
  const question = { text: words.question, by: 'ou_worker', at: BEGAN, to: 'ou_boss' };
  return [
    ['claim-new', title('待接单', 'To claim'), capa('contain', words, { asked: [DEPARTMENT] }), 'department:logistics'],
    [
      'claim-long',
      title('待接单，内容很长', 'To claim, long texts'),
      stressed(capa('contain', words, { asked: [DEPARTMENT] }), words),
      'department:logistics',
    ],
    [
      'approve-amount',
      title('审批，有金额', 'To approve an amount'),
      { ...deciding, values: { ...deciding.values, budget_left: 210_000 } },
      me('boss'),
    ],
    [
      'approve-step',
      title('审批，本步要填', 'To approve, with fields'),
      adPlan('approval', words, { asked: [finance], approval: approvalWith(approved.slice(0, 1)) }),
      me('colleague'),
    ],
    [
      'approve-plan',
      title('审批，没有金额', 'To approve, no amount'),
      capa('review', words, { asked: [reviewing], children: measuresOf(words, 0) }),
      me('lead'),
    ],
    ['approve-confirm', title('确认办完', 'To confirm'), task('confirm', words), me('boss')],
    [
      'approve-long',
      title('审批，内容很长', 'To approve, long texts'),
      stressed({ ...deciding, values: { ...deciding.values, budget_left: 210_000 } }, words),
      me('boss'),
    ],
    ['tell-two', title('告知客户', 'To tell a customer'), told, me('rep')],
    ['tell-last', title('告知最后一位', 'To tell the last one'), { ...told, lines: lastLine }, me('rep')],
    [
      'read-new',
      title('请您看一下', 'To read'),
      adPlan('handout', words, { asked: [asked({ personId: 'ou_worker' })] }),
      me('worker'),
    ],
    [
      'reply-new',
      title('有人问您', 'A question to you'),
      capa('contain', words, { asked: [CLAIMER], question }),
      me('boss'),
    ],
    [
      'fill-stressed',
      title('填写，内容很长', 'To fill in, long texts'),
      stressed(capa('analyse', words, { asked: [CLAIMER] }), words),
      me('worker'),
    ],
  ];
}

const sectionOf = (group: Title, drawnOf: (words: ProcedureWords) => Drawn[]): Section => ({
  group,
  entries: (office) =>
    drawnOf(procedureWords(office.ctx.texts.locale)).map(([id, words, record, wall, retired = false]): Entry => {
      const card = procedureCard(record, wall, procedureContext(office), { retired });
      return [`procedure-${id}`, words, card];
    }),
});

export const PROCEDURE_SECTIONS: Section[] = [
  sectionOf(title('流程：填写', 'Procedures: to fill in'), toFill),
  sectionOf(title('流程：接单、审批、告知', 'Procedures: to decide'), toDecide),
  sectionOf(title('流程：跟进和办完', 'Procedures: to follow'), toFollow),
];
