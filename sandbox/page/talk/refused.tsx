import type { RefusedView } from '../../page-contract';
import { JsonTree } from '../inspector/json-tree';
import { useLabels, useLanguage } from '../labels';
import { timeText } from '../lib/time-text';
import { Icon } from '../shell/icon';
import { TEST_IDS } from '../test-ids';

/** A refusal of Feishu in place of the message: the reason, and the content on demand. */
export function Refused({ refused }: { refused: RefusedView }) {
  const labels = useLabels();
  const language = useLanguage();
  return (
    <li class="refused" data-testid={TEST_IDS.refused}>
      <strong class="with-icon">
        <Icon name="trouble" />
        {labels.refused.heading}
      </strong>
      <div class="refused-meta">
        <span>{labels.refused.code(refused.code)}</span>
        <time>{timeText(refused.at, language)}</time>
      </div>
      <p>{refused.reason}</p>
      <details>
        <summary>{labels.refused.content}</summary>
        <JsonTree value={refused.content} />
      </details>
    </li>
  );
}
