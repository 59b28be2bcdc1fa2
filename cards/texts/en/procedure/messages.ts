import type { PROCEDURE_MESSAGES_ZH } from '../../zh/procedure/messages';

/** {@link PROCEDURE_MESSAGES_ZH} in English. */
export const PROCEDURE_MESSAGES_EN: typeof PROCEDURE_MESSAGES_ZH = {
  your_turn: (f) => ({
    short: f.inGroup ? 'New' : 'Your turn',
    ask: f.inGroup ? `"${f.stage}" has come to us. Please find somebody for it.` : `It is your turn: ${f.stage}.`,
  }),
  reminder: (f) => ({
    short: f.isLate ? 'Overdue' : 'Due soon',
    ask: f.isLate ? `"${f.stage}" is overdue. How far is it?` : `"${f.stage}" is due soon. Please see to it.`,
    note: 'Once it is done, or you add a word, you hear no more of it today.',
  }),
  escalation: (f) => ({
    short: f.isLate ? 'Overdue' : 'Due soon',
    ask: f.isLate ? `"${f.stage}" is overdue. Please see to it.` : `"${f.stage}" is due soon. Please see to it.`,
    say: f.holder === '' ? 'Nobody has claimed it.' : `${f.holder} has it now.`,
  }),
  urged: (f) => ({
    short: 'Urged',
    ask: `Others wait for "${f.stage}". Please see to it soon.`,
    say: `${f.by} asks you to hurry.`,
  }),
  approved: (f) => ({ short: 'Approved', say: `${f.by} approved it.`, over: f.text && 'Remark' }),
  rejected: (f) => ({
    short: 'Rejected',
    say: `${f.by} did not approve it. You may hand in a new one.`,
    over: f.text && 'Reason',
  }),
  voided: (f) => ({
    short: f.end,
    say: f.by === '' ? 'Nothing more to do.' : `${f.by} declared it void. Nothing more to do.`,
    over: f.text && 'Reason',
  }),
  closed: (f) => ({ short: f.end, say: 'All of it is done.', over: f.text && 'Last step' }),
  returned: (f) => ({
    short: 'Sent back',
    ask: `${f.by} asks you to change it. What you filled in is kept.`,
    over: 'What to change',
    note: `It goes straight back to ${f.by}: nobody approves it twice.`,
  }),
  question: (f) => ({ short: 'A question', ask: `${f.by} asks you, and goes on once you reply.`, over: 'Question' }),
  replied: (f) => ({ short: 'A reply', say: `${f.by} replied. Please go on.`, over: 'Reply' }),
  extension: (f) => ({
    short: 'More time',
    say: `${f.by} extended "${f.stage}" to ${f.until}.`,
    over: f.text && 'Reason',
  }),
  extension_asked: (f) => ({
    short: 'More time?',
    ask: `${f.by} wants "${f.stage}" extended to ${f.until}. Please decide.`,
    over: f.text && 'Reason',
    note: 'Without an answer the due date stays.',
  }),
  extension_refused: (f) => ({
    short: 'No more time',
    say: `${f.by} did not agree. The deadline of "${f.stage}" stays.`,
  }),
  handed_over: (f) => ({
    short: 'Handed to you',
    ask: `${f.by} asks you to go on with "${f.stage}". The due date stays.`,
    over: f.text && 'Reason',
  }),
  handed_over_told: (f) => ({
    short: 'Handed over',
    say: `${f.by} handed "${f.stage}" to ${f.to}. The due date stays.`,
    over: f.text && 'Reason',
  }),
  stand_in: (f) => ({ short: 'Done for you', say: `You are away: ${f.to} does "${f.stage}" for you.` }),
  nobody: (f) => ({
    short: 'Nobody there',
    ask: `Who does "${f.stage}"? There is nobody, so it stops here.`,
    note: 'It goes on once the setup names somebody.',
  }),
  nobody_approves: (f) => ({
    short: 'No approver',
    ask: `Who approves "${f.stage}"? There is nobody, so it stops here.`,
    note: 'It goes on once the setup names somebody.',
  }),
  file_kept: (f) => ({ short: 'File kept', say: `${f.name} is kept under "${f.field}".` }),
  added_note: (f) => ({ short: 'Note', over: `${f.by} adds` }),
  late: (f) => ({
    short: 'Not approved yet',
    ask: `"${f.stage}" is not approved yet.`,
    say: f.holder === '' ? '' : `It waits for ${f.holder}.`,
  }),
};
