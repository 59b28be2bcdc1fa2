import type { Feedback, Status } from '../../src/domain/feedback/model';
import type { CardJson } from '../../src/domain/messaging';
import { HOUR } from '../../src/domain/time';
import { askedFormCard, usedFormCard } from '../feedback/asked-form';
import { type Entry, type Section, title } from './entry';
import { BEGAN, burstOf, sampleCase, source } from './sample-case';
import type { SampleOffice } from './sample-office';

/** The acts with a form of their own, in the status in which somebody asks for it. */
const ACTS: [act: string, status: Status][] = [
  ['edit', 'draft'],
  ['split', 'draft'],
  ['note', 'assigned'],
  ['priority', 'assigned'],
  ['transfer', 'assigned'],
  ['info', 'handling'],
  ['extend', 'handling'],
  ['release', 'handling'],
  ['interim', 'handling'],
  ['withdraw', 'handling'],
  ['answer', 'waiting'],
  ['provide', 'waiting'],
  ['reopen', 'answered'],
  ['close', 'answered'],
  ['close_unsatisfied', 'answered'],
  ['cause', 'closed'],
  ['instruct', 'handling'],
  ['assign', 'assigned'],
  ['reassign', 'handling'],
  ['route', 'triage'],
];

function sampleFor(act: string, status: Status, { words }: SampleOffice): Feedback {
  const extension = { reason: words.extension, until: BEGAN + 72 * HOUR, by: 'ou_worker', at: BEGAN };
  const more = act === 'interim' ? { extension } : {};
  const burst = act === 'split' ? { sources: burstOf(source(words.words), source(words.later)) } : {};
  return sampleCase(status, words, { ...more, ...burst });
}

function entries(office: SampleOffice): Entry[] {
  const { ctx } = office;
  const forms = ACTS.flatMap(([act, status]): Entry[] => {
    const asked = { act, fields: {}, audience: 'one_person' as const };
    const card: CardJson | null = askedFormCard(sampleFor(act, status, office), asked, ctx);
    return card ? [[`asked-${act.replace('_', '-')}`, ctx.texts.asked.leads[act] ?? act, card]] : [];
  });
  const used = usedFormCard(sampleFor('answer', 'answered', office), 'group', ctx);
  return [...forms, ['asked-used', title('填过的表单', 'A form that was sent'), used]];
}

export const ASKED_SECTION: Section = { group: title('要填的表单', 'Forms that are asked for'), entries };
