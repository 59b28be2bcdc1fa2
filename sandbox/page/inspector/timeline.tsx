import type { Inspection } from '../../page-contract';
import { useLabels, useLanguage } from '../labels';
import { dateText, timeText } from '../lib/time-text';

/** The timeline of the message's case, as the bot tells it. */
export function Timeline({ record }: { record: Inspection['record'] }) {
  const labels = useLabels().inspector;
  const language = useLanguage();
  if (!record) return <p class="muted">{labels.noRecord}</p>;
  return (
    <section class="block">
      <h3>{labels.record(record.number)}</h3>
      <ol class="timeline">
        {record.timeline.map((line, index) => (
          <li key={`${index} ${line.at}`}>
            <time>{`${dateText(line.at, line.at, language)} ${timeText(line.at, language)}`}</time>
            <strong>{line.who}</strong>
            <span>{line.what}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
