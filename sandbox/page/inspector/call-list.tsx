import type { CallLine } from '../../page-contract';
import { useLabels, useLanguage } from '../labels';
import { secondsText } from '../lib/time-text';
import { JsonTree } from './json-tree';

/** The API calls about a message with request and answer. */
export function CallList({ calls }: { calls: CallLine[] }) {
  const labels = useLabels().inspector;
  const language = useLanguage();
  if (calls.length === 0) return <p class="muted">{labels.noCalls}</p>;
  return (
    <ol class="lines">
      {calls.map((call, index) => {
        const isWell = call.status < 400 && call.code === 0;
        return (
          <li key={`${index} ${call.at}`}>
            <details>
              <summary>
                <time>{secondsText(call.at, language)}</time>
                <code>{`${call.method} ${call.path}`}</code>
                <span class={`mark ${isWell ? 'well' : 'ill'}`}>
                  {`${call.status}${call.code === 0 ? '' : ` · ${call.code}`}`}
                </span>
                <span class="mark">{labels.took(Math.round(call.durationMs))}</span>
              </summary>
              <h4>{labels.request}</h4>
              <JsonTree value={call.request} />
              <h4>{labels.response}</h4>
              <JsonTree value={call.response} />
            </details>
          </li>
        );
      })}
    </ol>
  );
}
