import { useRef, useState } from 'preact/hooks';
import { type Labels, useLabels } from '../labels';
import { Icon } from '../shell/icon';
import { TEST_IDS } from '../test-ids';
import type { Box, Spot } from './place-bubble';
import { STEPS } from './tour-steps';
import { usePointing } from './use-pointing';
import type { Tour } from './use-tour';

const SOLID = { look: 'solid small' };

interface TourBubbleProps {
  tour: Tour;
  isTroubled: boolean;
  /** Whether the bubble has a row of its own, because the page is narrow. */
  isNarrow: boolean;
}

/** The bubble of the tour: one sentence beside a control. It blocks nothing and can be skipped. */
export function TourBubble({ tour, isTroubled, isNarrow }: TourBubbleProps) {
  const labels = useLabels().tour;
  const bubble = useRef<HTMLElement>(null);
  const [busy, setBusy] = useState(false);
  const { spot, ring } = usePointing(bubble, tour.targets, isNarrow);
  if (tour.state === 'left') return null;
  const isOffer = tour.state === 'offer';
  const isEnd = tour.step === 'end';
  const button = (
    label: string,
    testId: string,
    onClick: () => void,
    { look = 'quiet small', disabled = false } = {},
  ) => (
    <button type="button" class={look} data-testid={testId} disabled={disabled} onClick={onClick}>
      {label}
    </button>
  );
  const help = () => {
    setBusy(true);
    void tour.help().then(() => setBusy(false));
  };
  const position = isNarrow || !spot ? undefined : { left: `${spot.left}px`, top: `${spot.top}px` };
  return (
    <>
      {ring && <div class="tour-ring" aria-hidden="true" style={boxStyle(ring)} />}
      <section
        class={`tour${isNarrow ? ' docked' : ''}`}
        ref={bubble}
        aria-label={labels.heading}
        data-testid={TEST_IDS.tour}
        data-step={isOffer ? 'offer' : tour.step}
        data-waits-for={tour.wait ?? ''}
        style={position}
      >
        {!isNarrow && spot?.side && <span class={`arrow ${spot.side}`} style={arrowStyle(spot)} />}
        <header>
          <strong>{isOffer ? labels.offerHeading : labels.shortHeading}</strong>
          {!isOffer && !isEnd && <small>{labels.progress(STEPS.indexOf(tour.step) + 1, STEPS.length - 1)}</small>}
          <button
            type="button"
            class="quiet square"
            aria-label={labels.leave}
            title={labels.leave}
            data-testid={TEST_IDS.tourLeave}
            onClick={tour.leave}
          >
            <Icon name="close" />
          </button>
        </header>
        <div aria-live="polite">
          <p>{sentence(tour, labels, isNarrow)}</p>
          {!isOffer && tour.wait && (
            <p class="tour-wait">
              <span class="turning" aria-hidden="true" />
              {labels.waits[tour.wait]}
              {isTroubled && tour.wait !== 'bot' && ` ${labels.troubled}`}
            </p>
          )}
        </div>
        <footer>
          {isOffer && button(labels.start, TEST_IDS.tourStart, tour.start, SOLID)}
          {isOffer && button(labels.later, TEST_IDS.tourLeave, tour.leave)}
          {!isOffer &&
            !isEnd &&
            button(labels.help, TEST_IDS.tourDo, help, {
              ...SOLID,
              disabled: busy || !tour.canHelp || tour.wait !== null,
            })}
          {!isOffer && !isEnd && button(labels.skip, TEST_IDS.tourSkip, tour.skip)}
          {!isOffer && button(labels.restart, TEST_IDS.tourRestart, tour.start)}
          {isEnd && button(labels.finish, TEST_IDS.tourLeave, tour.leave, SOLID)}
        </footer>
      </section>
    </>
  );
}

function sentence({ state, step, seat, isPerson }: Tour, labels: Labels['tour'], isShort: boolean): string {
  if (state === 'offer') return isShort ? labels.shortOffer : labels.offer;
  if (step === 'end' && isShort) return labels.shortEnd;
  const who = seat?.person.name ?? '';
  const goesAnyway = step === 'visit' || step === 'return' || step === 'manager';
  if (!seat || (goesAnyway && !isPerson)) return labels.steps[step](who);
  return isPerson ? labels.openChat(who) : labels.go(who);
}

const RING = 4;
const boxStyle = ({ left, top, width, height }: Box) => ({
  left: `${left - RING}px`,
  top: `${top - RING}px`,
  width: `${width + 2 * RING}px`,
  height: `${height + 2 * RING}px`,
});

const arrowStyle = ({ side, arrow }: Spot) =>
  side === 'left' || side === 'right' ? { top: `${arrow}px` } : { left: `${arrow}px` };
