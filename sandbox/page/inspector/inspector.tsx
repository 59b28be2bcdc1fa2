import { useEffect, useState } from 'preact/hooks';
import type { Inspection } from '../../page-contract';
import { ask } from '../api';
import { useLabels } from '../labels';
import { Sheet } from '../shell/sheet';
import { TEST_IDS } from '../test-ids';
import { CallList } from './call-list';
import { EventList } from './event-list';
import { JsonTree } from './json-tree';
import { Tabs } from './tabs';
import { Timelines } from './timelines';

interface InspectorProps {
  messageId: string;
  /** Changes with each change of the sandbox; then the inspector reads again. */
  changed: unknown;
  onClose(): void;
}

/** What is behind a message: its JSON, its events and calls, and the timeline of its case. */
export function Inspector({ messageId, changed, onClose }: InspectorProps) {
  const labels = useLabels();
  const [inspection, setInspection] = useState<Inspection | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  useEffect(() => {
    let stale = false;
    ask<Inspection>('inspect', { message: messageId }).then(
      (read) => {
        if (stale) return;
        setInspection(read);
        setFault(null);
      },
      (error: unknown) => !stale && setFault(error instanceof Error ? error.message : String(error)),
    );
    return () => {
      stale = true;
    };
  }, [messageId, changed]);
  const { tabs } = labels.inspector;
  return (
    <Sheet title={labels.inspector.heading} testId={TEST_IDS.inspector} onClose={onClose}>
      {fault !== null && <p class="fault">{fault}</p>}
      {!inspection && fault === null && <p class="muted">{labels.loading}</p>}
      {inspection && (
        <Tabs
          label={labels.inspector.heading}
          tabs={[
            { id: 'json', label: tabs.json, draw: () => <Raw inspection={inspection} /> },
            {
              id: 'events',
              label: count(tabs.events, inspection.events),
              draw: () => <EventList events={inspection.events} />,
            },
            {
              id: 'calls',
              label: count(tabs.calls, inspection.calls),
              draw: () => <CallList calls={inspection.calls} />,
            },
            { id: 'timeline', label: tabs.timeline, draw: () => <Timelines records={inspection.records} /> },
          ]}
        />
      )}
    </Sheet>
  );
}

const count = (label: string, lines: readonly unknown[]) => (lines.length > 0 ? `${label} ${lines.length}` : label);

function Raw({ inspection }: { inspection: Inspection }) {
  const labels = useLabels().inspector;
  return (
    <>
      {inspection.card !== null && (
        <section class="block">
          <h3>{labels.card}</h3>
          <JsonTree value={inspection.card} />
        </section>
      )}
      <section class="block">
        <h3>{labels.message}</h3>
        <JsonTree value={inspection.message} />
      </section>
    </>
  );
}
