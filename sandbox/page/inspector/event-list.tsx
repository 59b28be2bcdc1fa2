import type { EventLine } from '../../page-contract';
import { useLabels, useLanguage } from '../labels';
import { secondsText } from '../lib/time-text';
import { JsonTree } from './json-tree';

/** The events that the platform pushed about a message, with each delivery. */
export function EventList({ events }: { events: EventLine[] }) {
  const labels = useLabels().inspector;
  const language = useLanguage();
  if (events.length === 0) return <p class="muted">{labels.noEvents}</p>;
  return (
    <ol class="lines">
      {events.map((event, index) => (
        <li key={`${index} ${event.at}`}>
          <details>
            <summary>
              <time>{secondsText(event.at, language)}</time>
              <code>{event.type}</code>
              <span class="attempts">
                {event.attempts.map((attempt, tried) => (
                  <span key={`${tried} ${attempt.at}`} class="mark">
                    {labels.attempt(secondsText(attempt.at, language), attempt.outcome)}
                  </span>
                ))}
              </span>
            </summary>
            <JsonTree value={event.body} />
          </details>
        </li>
      ))}
    </ol>
  );
}
