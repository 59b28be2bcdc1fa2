import type { MessageFacts, Passage } from '../facts';

const customer = (name: string) => `客户：${name}`;
const dueLine = (due: string) => (due ? `答复时限：${due}` : '');

const interim = (f: MessageFacts, what: string, request: string): Passage => ({
  title: `${f.number} ${what}`,
  lines: [customer(f.customer), `${f.department}已申请延期至 ${f.until}，${request}`, '登记后，您不再收到这项提醒。'],
});

const interimLate = (f: MessageFacts, what: string) =>
  interim(f, what, `但 ${f.due} 前应给客户的阶段性答复还没有登记。请尽快答复客户，并在卡片上登记。`);

/** The lines that identify a draft; a draft may have no customer. */
const draft = (f: MessageFacts): string[] => [customer(f.customer), `原文（${f.forwardedAt}）：${f.text}`];

/** Messages about silent claims, interim replies and drafts. */
export const CLOCK_MESSAGES_ZH = {
  'escalation.before': (f) => ({
    title: `${f.number} 临近答复时限，请关注`,
    lines: [
      customer(f.customer),
      `须在 ${f.due} 前答复客户，现在是“${f.status}”，由${f.holder}跟进。`,
      '有了处理意见后，您不再收到这项提醒。',
    ],
  }),
  'escalation.silent_lead': (f) => ({
    title: `${f.number} 接单后没有进展，请关注`,
    lines: [
      customer(f.customer),
      `${f.holder}接单后一直没有进展，答复时限 ${f.due} 快到了，不再自动退回。`,
      '请了解情况，必要时请其他同事接手。',
    ],
  }),
  'escalation.interim_due': (f) => ({
    title: `${f.number} 阶段性答复时限已到，请关注`,
    lines: [customer(f.customer), `已延期至 ${f.until}，但 ${f.due} 前应给客户的阶段性答复还没有登记，请提醒${f.by}。`],
  }),
  'escalation.interim_overdue': (f) => ({
    title: `${f.number} 阶段性答复已超时，请关注`,
    lines: [customer(f.customer), `已延期至 ${f.until}，但 ${f.due} 前应给客户的阶段性答复还没有登记，请提醒${f.by}。`],
  }),
  'reminder.silent': (f) => ({
    title: `${f.number} 还在处理吗？`,
    lines: [customer(f.customer), '接单后还没有看到进展，客户在等答复。', dueLine(f.due)],
  }),
  'reminder.interim_before': (f) =>
    interim(f, '请给客户一个阶段性答复', `请在 ${f.due} 前先给客户一个阶段性答复，并在卡片上登记。`),
  'reminder.interim_due': (f) => interimLate(f, '阶段性答复时限已到'),
  'reminder.interim_overdue': (f) => interimLate(f, '阶段性答复已超时'),
  'reminder.draft': (f) => ({
    title: `${f.number} 还没有提交`,
    lines: [...draft(f), '目前还是草稿，提交后部门才会收到。', '请核对后提交；不需要处理的，请作废。此后不再提醒。'],
  }),
  'reminder.draft_left': (f) => ({
    title: `${f.number} 还没有提交`,
    lines: [
      ...draft(f),
      '草稿搁置已久，部门还没有收到，现在也会提醒办公室文员。',
      '请核对后提交；不需要处理的，请作废。此后不再提醒。',
    ],
  }),
  'escalation.draft_left': (f) => ({
    title: `${f.number} 一直没有提交，请关注`,
    lines: [
      ...draft(f),
      `${f.holder}一直没有提交这份草稿，部门还没有收到。请提醒${f.holder}；对方无法处理的，请接手。`,
      '提交、作废或接手后，您不再收到这项提醒。',
    ],
  }),
  adopted: (f) => ({
    title: `${f.number} 已由${f.by}接手`,
    lines: [...draft(f), `这份草稿一直没有提交，${f.by}会核对并提交，您不必再处理。`],
  }),
  freed: (f) => ({
    title: `${f.number} 可以重新接单`,
    lines: [customer(f.customer), `${f.by}接单后一直没有进展，也没有回应询问，现在退回待接单。`, dueLine(f.due)],
  }),
  freed_former: (f) => ({
    title: `${f.number} 已退回待接单`,
    lines: [
      customer(f.customer),
      '您没有回应“还在处理吗？”，这条反馈已退回待接单。如仍在处理，请在群里的卡片上再次接单。',
    ],
  }),
  settled: (f) => ({ title: `${f.number} ${f.status}`, lines: [customer(f.customer), f.text, dueLine(f.due)] }),
} satisfies Record<string, (f: MessageFacts) => Passage>;
