import type { Inspection } from '../../page-contract';
import { dateText, timeText } from '../lib/time';
import { useLanguage, useWords } from '../words';

/** What the message's case went through, as the bot tells it. */
export function Timeline({ record }: { record: Inspection['record'] }) {
  const words = useWords().inspector;
  const language = useLanguage();
  if (!record) return <p class="muted">{words.noRecord}</p>;
  return (
    <section class="block">
      <h3>{words.record(record.number)}</h3>
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
