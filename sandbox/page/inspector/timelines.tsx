import type { Inspection, TimelineLine } from '../../page-contract';
import { useLabels, useLanguage } from '../labels';
import { fullText } from '../lib/time-text';

/** The timelines of the cases that the message is about, as the bot tells them; of several one is open at first. */
export function Timelines({ records }: { records: Inspection['records'] }) {
  const { inspector: labels, chats } = useLabels();
  const [only, second] = records;
  if (!only) return <p class="muted">{labels.noRecord}</p>;
  if (!second) {
    return (
      <section class="block">
        <h3>{labels.record(only.number)}</h3>
        <Timeline lines={only.timeline} />
      </section>
    );
  }
  return (
    <>
      <p>{labels.records(records.map(({ number }) => number).join(chats.separator))}</p>
      {records.map(({ number, timeline }, index) => (
        <details key={number} class="block" open={index === 0}>
          <summary>{labels.record(number)}</summary>
          <Timeline lines={timeline} />
        </details>
      ))}
    </>
  );
}

function Timeline({ lines }: { lines: TimelineLine[] }) {
  const language = useLanguage();
  return (
    <ol class="timeline">
      {lines.map((line, index) => (
        <li key={`${index} ${line.at}`}>
          <time>{fullText(line.at, language)}</time>
          <strong>{line.who}</strong>
          <span>{line.what}</span>
        </li>
      ))}
    </ol>
  );
}
