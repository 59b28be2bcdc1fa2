import type { Status } from '../../../src/domain/feedback/model';
import type { Situation } from '../facts';
import { beside } from './spacing';

type ByStatus = Record<Status, (situation: Situation) => string>;

const SITUATIONS: ByStatus = {
  draft: ({ holder }) => `还是草稿，由${holder}跟进。`,
  triage: () => '等待文员分派责任部门。',
  review: () => '等待经理批示。',
  assigned: ({ department }) => `已分派到${department}，等待接单。`,
  handling: ({ holder }) => `${holder}正在处理。`,
  waiting: () => '已请客户经理补充信息。',
  answered: () => '已有处理意见，等待客户经理告知客户。',
  closed: () => '已告知客户并归档。',
  withdrawn: () => '客户经理已撤回，无需处理。',
  discarded: () => '草稿已作废，没有提交。',
};

const TODOS: ByStatus = {
  draft: () => '请核对并补全后提交。',
  triage: () => '请补全信息，并分派责任部门。',
  review: () => '请批示。',
  assigned: () => '请接单。',
  handling: () => '请提交处理意见。',
  waiting: ({ department }) => `${department}需要更多信息，请补充。`,
  answered: () => '请将处理结果告知客户，记录客户的反应，然后归档。',
  closed: () => '',
  withdrawn: () => '',
  discarded: () => '',
};

/** Without names: a mention may stand beside these words. */
type Bare = Record<Status, string>;

const ASKS: Bare = {
  draft: '请核对并补全后提交。',
  triage: '还没有分派部门，请分派。',
  review: '等您批示。',
  assigned: '还没有人接单，请接单或安排同事。',
  handling: '办到哪一步了？',
  waiting: '部门在等您补充信息。',
  answered: '已经有结果了，请告诉客户。',
  closed: '',
  withdrawn: '',
  discarded: '',
};

const STANDS: Bare = {
  ...ASKS,
  triage: '还没有分派部门。',
  review: '还没有批示。',
  assigned: '还没有人接单，请安排。',
  handling: '还没有处理意见。',
  waiting: '在等客户经理补充信息。',
  answered: '有了处理意见，还没有告诉客户。',
};

const ENDS: Bare = {
  draft: '提交后就不再提醒。',
  triage: '分派后就不再提醒。',
  review: '批示后就不再提醒。',
  assigned: '接单后就不再提醒。',
  handling: '提交处理意见后就不再提醒。',
  waiting: '补充后就不再提醒。',
  answered: '归档后就不再提醒。',
  closed: '',
  withdrawn: '',
  discarded: '',
};

/** The state of a case, and its holder. */
export const SITUATIONS_ZH = {
  /** The state of the case, for people who wait. */
  situations: SITUATIONS,
  /** The next step, for people who hold the ball. */
  todos: TODOS,
  /** The next step of the holder; how far the case is, for somebody above; what ends the reminders. */
  asks: ASKS,
  stands: STANDS,
  ends: ENDS,
  holders: {
    clerks: '办公室文员',
    managers: '部门经理',
    nobody: '无',
    /** The reader holds the case. */
    you: '您',
    inDepartment: (name: string, department: string) => beside(department, name),
  },
};
