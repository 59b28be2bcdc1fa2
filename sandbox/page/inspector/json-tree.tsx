import { useLabels } from '../labels';

interface JsonTreeProps {
  value: unknown;
  name?: string;
  /** Number of levels that are open at first. */
  open?: number;
}

/** JSON as plain text that the browser can fold, copy and search. */
export function JsonTree({ value, name, open = 3 }: JsonTreeProps) {
  return (
    <div class="json">
      <JsonNode value={value} name={name} open={open} />
    </div>
  );
}

function JsonNode({ value, name, open = 0 }: JsonTreeProps) {
  const labels = useLabels();
  const label = name === undefined ? null : <span class="json-name">{`${name}: `}</span>;
  if (typeof value !== 'object' || value === null) {
    return (
      <div class="json-leaf">
        {label}
        <span class={`json-${value === null ? 'null' : typeof value}`}>{JSON.stringify(value) ?? '—'}</span>
      </div>
    );
  }
  const isList = Array.isArray(value);
  const entries = Object.entries(value);
  const [left, right] = isList ? ['[', ']'] : ['{', '}'];
  if (entries.length === 0) {
    return (
      <div class="json-leaf">
        {label}
        {`${left}${right}`}
      </div>
    );
  }
  return (
    <details class="json-fold" open={open > 0}>
      <summary>
        {label}
        {left}
        <span class="json-count">{labels.inspector.items(entries.length)}</span>
      </summary>
      <div class="json-inside">
        {entries.map(([key, inner]) => (
          <JsonNode key={key} value={inner} name={isList ? undefined : key} open={open - 1} />
        ))}
      </div>
      <div>{right}</div>
    </details>
  );
}
