import type { NoticeFacts, NoticeWords } from '../facts';

/** To the person who must act. */
const remind = (f: NoticeFacts, short: string, since: string): NoticeWords => ({
  short,
  ask: `${since}${f.asks}`,
  note: f.ends,
});

/** To a person above; the holder stands beside the number of the case. */
const escalate = (f: NoticeFacts, short: string, since: string): NoticeWords => ({
  short,
  ask: `${since}${f.stands}`,
  note: '客户得到答复后就不再提醒。',
});

const interim = (f: NoticeFacts, short: string, ask: string): NoticeWords => ({
  short,
  ask,
  say: `${f.department}要到 ${f.until} 才有结果。`,
  note: '登记后就不再提醒。',
});

const interimMissing = (f: NoticeFacts): NoticeWords => ({
  short: '还没给客户回话',
  ask: '已经延期，还没有先给客户回个话。',
  say: `延期到 ${f.until}，请提醒${f.by}。`,
});

const WORDS_OF_DRAFT = '客户原话';

/** What the clock makes the bot say. A reminder and an escalation have one text for each rung of the ladder. */
export const CLOCK_MESSAGES_ZH = {
  'reminder.unclaimed': () => ({
    short: '还没人接单',
    ask: '还没有人接，请接单或安排同事。',
    note: '接单后就不再提醒。',
  }),
  'reminder.before': (f) => remind(f, '提醒', `离答复客户还有 ${f.distance}，`),
  'reminder.due': (f) => remind(f, '到时限了', '答复客户的时限到了，'),
  'reminder.overdue': (f) => remind(f, '已超时', `答复客户已超时 ${f.distance}，`),
  'reminder.silent': () => ({ short: '还在处理吗', ask: '接单后还没有看到进展，还在处理吗？' }),
  'reminder.interim_before': (f) => interim(f, '先回个话', `还有 ${f.distance}，请先给客户回个话。`),
  'reminder.interim_due': (f) => interim(f, '先回个话', '该给客户回个话了，请马上登记。'),
  'reminder.interim_overdue': (f) => interim(f, '先回个话', `给客户回话已超时 ${f.distance}，请马上登记。`),
  'reminder.draft': () => ({
    short: '还没有提交',
    ask: '还是草稿，提交后部门才会收到。',
    over: WORDS_OF_DRAFT,
    note: '不用处理的，点“不是反馈”，就不再提醒。',
  }),
  'reminder.draft_left': () => ({
    short: '还没有提交',
    ask: '草稿放了很久，部门还没有收到，文员也会看到。',
    over: WORDS_OF_DRAFT,
    note: '不用处理的，点“不是反馈”，就不再提醒。',
  }),
  unclaimed_rep: (f) => ({
    short: '还没人接单',
    say: `${f.department}还没有人接单，已经提醒他们了，您这边先不用动。`,
  }),
  'escalation.before': (f) => escalate(f, '快到时限', `离答复客户还有 ${f.distance}，`),
  'escalation.due': (f) => escalate(f, '到时限了', '答复客户的时限到了，'),
  'escalation.overdue': (f) => escalate(f, '已超时', `答复客户已超时 ${f.distance}，`),
  'escalation.silent_lead': (f) => ({
    short: '接单后没有进展',
    ask: '接单后一直没有进展，时限快到了，请了解一下。',
    say: `由${f.holder}跟进，不再自动放回；要换人请派给同事。`,
  }),
  'escalation.interim_due': interimMissing,
  'escalation.interim_overdue': interimMissing,
  'escalation.draft_left': (f) => ({
    short: '草稿没有提交',
    ask: '草稿一直没有提交，部门还没有收到。',
    say: `请提醒${f.holder}；对方无法处理的，请接手。`,
    over: WORDS_OF_DRAFT,
    note: '提交、作废或接手后就不再提醒。',
  }),
  urgent: () => ({ short: '特急', ask: '有一件特急，还没有人接单，请您现在安排。', note: '接单后就不再提醒。' }),
  adopted: (f) => ({
    short: '由同事接手',
    say: `这份草稿一直没有提交，${f.by}会核对并提交，您不用再处理了。`,
    over: WORDS_OF_DRAFT,
  }),
  freed: (f) => ({
    short: '可以重新接单',
    ask: '请接单或安排同事。',
    say: `${f.by}接单后一直没有进展，也没有回应，现在放回待接单。`,
  }),
  freed_former: () => ({
    short: '已放回待接单',
    say: '您没有回应“还在处理吗”，这一单放回了待接单。还在办的话，请再接一次。',
  }),
} satisfies Record<string, (f: NoticeFacts) => NoticeWords>;
