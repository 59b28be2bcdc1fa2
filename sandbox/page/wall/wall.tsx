import { useEffect, useState } from 'preact/hooks';
import type { WallCard } from '../../page-contract';
import { specimens } from './specimens';
import { Bar } from './wall-bar';
import { Frame } from './wall-card';
import { wallLabels } from './wall-labels';
import { type Language, useWallState, type WallState } from './wall-state';

type Loaded = { locale: Language; cards: WallCard[] } | 'loading' | 'away';

/** The wall of all cards that the product can send. */
export function Wall() {
  const [state, change] = useWallState();
  const labels = wallLabels(state.locale);
  const loaded = useCards(state.locale);
  const [note, setNote] = useState('');
  const cards = typeof loaded === 'string' ? [] : [...loaded.cards, ...specimens(labels.specimens, state.locale)];
  const groups = grouped(cards.filter((card) => isShown(card, state)));
  useFollowedHash(cards.length > 0);
  useEffect(() => {
    document.title = labels.title;
  }, [labels]);
  return (
    <div class={`wall ${state.width}`}>
      <Bar state={state} change={change} labels={labels} />
      <nav class="wall-index" aria-label={labels.index}>
        {groups.map(([group, shown]) => (
          <details key={group} open>
            <summary>{group}</summary>
            <ul>
              {shown.map(({ id, title }) => (
                <li key={id}>
                  <a href={`#${id}`}>{title}</a>
                </li>
              ))}
            </ul>
          </details>
        ))}
      </nav>
      <main>
        <p class="wall-lead">{labels.lead}</p>
        {loaded === 'loading' && <p role="status">{labels.loading}</p>}
        {loaded === 'away' && <p role="alert">{labels.away}</p>}
        {typeof loaded !== 'string' && groups.length === 0 && <p>{labels.none}</p>}
        {groups.map(([group, shown]) => (
          <section key={group} aria-label={group}>
            <h2>{group}</h2>
            <div class="wall-cards">
              {shown.map((card) => (
                <Frame
                  key={`${state.locale} ${card.id}`}
                  shown={card}
                  labels={labels}
                  locale={state.locale}
                  onTap={setNote}
                />
              ))}
            </div>
          </section>
        ))}
      </main>
      <p class="wall-note" role="status" hidden={note === ''}>
        {note}
      </p>
    </div>
  );
}

function useCards(locale: Language): Loaded {
  const [loaded, setLoaded] = useState<Loaded>('loading');
  useEffect(() => {
    let isCurrent = true;
    const load = async () => {
      const response = await fetch(`/sandbox/cards?locale=${locale}`);
      const cards: unknown = response.ok ? await response.json() : null;
      if (isCurrent) setLoaded(Array.isArray(cards) ? { locale, cards } : 'away');
    };
    load().catch(() => isCurrent && setLoaded('away'));
    return () => {
      isCurrent = false;
    };
  }, [locale]);
  return typeof loaded !== 'string' && loaded.locale !== locale ? 'loading' : loaded;
}

function isShown({ id, title, group }: WallCard, { only, q }: WallState): boolean {
  if (only !== '') return id === only;
  const wanted = q.trim().toLowerCase().split(/\s+/);
  const named = `${id} ${title} ${group}`.toLowerCase();
  return wanted.every((word) => named.includes(word));
}

function grouped(cards: WallCard[]): [group: string, cards: WallCard[]][] {
  const groups = new Map<string, WallCard[]>();
  for (const card of cards) groups.set(card.group, [...(groups.get(card.group) ?? []), card]);
  return [...groups];
}

/** Scrolls to the card in the address once the cards are loaded. */
function useFollowedHash(isDrawn: boolean): void {
  useEffect(() => {
    if (isDrawn && location.hash) document.getElementById(location.hash.slice(1))?.scrollIntoView();
  }, [isDrawn]);
}
