import { useMemo, useState } from 'preact/hooks';
import type { WallCard } from '../../page-contract';
import { Card } from '../card/card';
import type { CardView } from '../card/card-view';
import { samplePeople, samplePicture } from './sample-view';
import type { wallLabels } from './wall-labels';
import type { Language } from './wall-state';

/** Milliseconds of a typical answer, so that the waiting state is visible. */
const ANSWER_MS = 600;

interface FrameProps {
  shown: WallCard;
  labels: ReturnType<typeof wallLabels>;
  locale: Language;
  onTap: (note: string) => void;
}

/** One card with its name and size, and its JSON on demand. */
export function Frame({ shown: { id, title, card }, labels, locale, onTap }: FrameProps) {
  const [isOpen, setOpen] = useState(false);
  const bytes = useMemo(() => new TextEncoder().encode(JSON.stringify(card)).length, [card]);
  const people = samplePeople(locale);
  const view: CardView = {
    nameOf: (key) => people.find(([each]) => each === key)?.[1] ?? key,
    people,
    fileUrl: samplePicture,
    disabledReason: null,
    locale,
    tap: ({ label = '', cmd = '' }) =>
      new Promise((resolve) => {
        setTimeout(() => {
          onTap(labels.tapped(label, cmd));
          resolve(false);
        }, ANSWER_MS);
      }),
  };
  return (
    <article class="wall-frame" id={id} aria-label={title}>
      <header>
        <h3>{title}</h3>
        <a href={`#${id}`} aria-label={`${labels.link}: ${title}`}>
          #{id}
        </a>
        <button type="button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {labels.json}
        </button>
        <small>{labels.size(bytes, elementsIn(card))}</small>
      </header>
      <div class="wall-stage">
        <Card card={card} view={view} />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by key */}
      {isOpen && <pre tabIndex={0}>{JSON.stringify(card, null, 2)}</pre>}
    </article>
  );
}

/** Number of objects with a `tag`: the strictest reading of the platform's limit. */
function elementsIn(json: unknown): number {
  if (typeof json !== 'object' || json === null) return 0;
  const own = !Array.isArray(json) && 'tag' in json && typeof json.tag === 'string' ? 1 : 0;
  return Object.values(json).reduce<number>((sum, child) => sum + elementsIn(child), own);
}
