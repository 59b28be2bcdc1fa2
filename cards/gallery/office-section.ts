import type { Feedback, Status } from '../../src/domain/feedback/model';
import { HOUR } from '../../src/domain/time';
import { caseCard } from '../feedback/case-card';
import { retiredCase } from '../feedback/case-frame';
import { namedCaseCard } from '../feedback/named-case-card';
import { clerkCard, managerCard } from '../feedback/office-card';
import { CLOSED_CLOCK, SAMPLE_CLOCK } from './clock-section';
import { type Entry, type Section, title } from './entry';
import { BEGAN, sampleCase, withFiles } from './sample-case';
import type { SampleOffice } from './sample-office';

function clerk({ ctx, words }: SampleOffice): Entry[] {
  const { kind, category, department, priority } = words.guesses;
  const values = { kind: 'complaint', category: 'quality', department: 'after_sales', priority: 'urgent' } as const;
  const guessedFrom = { kind: [kind], category: [category], department: [department], priority: [priority], values };
  const draw = (status: Status, more: Partial<Feedback> = {}) => clerkCard(sampleCase(status, words, more), ctx);
  return [
    ['clerk-triage', title('待分派', 'To route'), draw('triage', { guessedFrom, sources: withFiles(words) })],
    ['clerk-assigned', title('已分派', 'Routed'), draw('assigned')],
    ['clerk-answered', title('待回复客户', 'Answered'), draw('answered')],
    ['clerk-closed', title('已归档', 'Closed'), draw('closed')],
  ];
}

function manager({ ctx, words }: SampleOffice): Entry[] {
  const draw = (status: Status, more: Partial<Feedback> = {}) => managerCard(sampleCase(status, words, more), ctx);
  const instructed = { instruction: words.instruction, instructedBy: 'ou_boss', instructedAt: BEGAN };
  return [
    ['manager-review', title('待批示', 'To instruct'), draw('review', { priority: 'urgent' })],
    ['manager-handling', title('已批示', 'Instructed'), draw('handling', instructed)],
    ['manager-closed', title('已归档', 'Closed'), draw('closed', instructed)],
  ];
}

function everything({ ctx, words }: SampleOffice): Entry[] {
  const record = sampleCase('closed', words, {
    cycle: 2,
    reason: words.reopened,
    instruction: words.instruction,
    instructedBy: 'ou_boss',
    instructedAt: BEGAN,
    extension: { reason: words.extension, until: BEGAN + 72 * HOUR, by: 'ou_worker', at: BEGAN },
  });
  const late = sampleCase('handling', words, {
    priority: 'urgent',
    sources: withFiles(words),
    notes: [{ by: 'ou_worker', from: 'department', department: 'after_sales', at: BEGAN + HOUR, text: words.internal }],
  });
  const timeline = [
    { at: BEGAN, actorId: 'ou_rep', what: 'submit', detail: { from: 'draft', to: 'assigned', department: 'quality' } },
    { at: BEGAN + HOUR, actorId: 'ou_worker', what: 'claim', detail: { from: 'assigned', to: 'handling' } },
    { at: BEGAN + 2 * HOUR, actorId: 'ou_rep', what: 'note', detail: { text: words.reopened } },
  ];
  return [
    [
      'case-one',
      title('#12，本人看', '#12, for one entitled'),
      caseCard(record, ctx, { audience: 'one_person', clock: CLOSED_CLOCK }),
    ],
    ['case-group', title('#12，群里看', '#12, in a group'), caseCard(record, ctx, { audience: 'group' })],
    [
      'case-manager',
      title('#12，经理看', '#12, for a manager'),
      caseCard(late, ctx, { audience: 'one_person', clock: SAMPLE_CLOCK, timeline, roles: ['manager'] }),
    ],
    [
      'case-member',
      title('#12，接单人看', '#12, for the holder'),
      caseCard(late, ctx, { audience: 'group', clock: SAMPLE_CLOCK, timeline, mayAsk: true, roles: ['member'] }),
    ],
    [
      'case-rep',
      title('#12，客户经理看', '#12, for the rep'),
      caseCard(late, ctx, { audience: 'one_person', clock: SAMPLE_CLOCK, timeline, roles: ['rep'] }),
    ],
    [
      'named-case-asks',
      title('文字里有编号', 'A text with a number'),
      namedCaseCard(late, { message: 'om_1', text: words.reopened, acts: ['note', 'urge'] }, ctx),
    ],
    [
      'case-clerk',
      title('#12，文员看', '#12, for a clerk'),
      caseCard(sampleCase('handling', words), ctx, { audience: 'one_person', clock: SAMPLE_CLOCK, roles: ['clerk'] }),
    ],
    ['view-retired', title('旧卡片', 'A card replaced by a newer one'), retiredCase(record, ctx)],
  ];
}

export const CLERK_SECTION: Section = { group: title('办公室文员', 'Clerk'), entries: clerk };
export const MANAGER_SECTION: Section = { group: title('部门经理', 'Manager'), entries: manager };
export const CASE_SECTION: Section = { group: title('查询一条', 'One case'), entries: everything };
