import { useEffect } from 'preact/hooks';
import type { Overview } from '../../page-contract';
import { act } from '../api';
import { useNotices } from '../shell/toasts';
import { useStored } from '../state/stored';
import { advance, helpOf, type StepId, skip, targetsOf, type Wait, waitOf, wrongSeat } from './tour-steps';
import type { Seat, TourMemory } from './tour-world';
import { useTourWorld } from './use-tour-world';

interface StoredTour {
  run: string;
  /** `offer`: the person has not taken the tour yet; `left`: the tour can be resumed. */
  state: 'offer' | 'on' | 'left';
  step: StepId;
  memory: TourMemory;
}

/** State and actions of the tour. */
export interface Tour {
  state: StoredTour['state'];
  step: StepId;
  /** Person and chat to choose first. */
  seat: Seat | null;
  /** Whether the person of the seat is chosen already, but in another chat. */
  isPerson: boolean;
  wait: Wait | null;
  targets: string[];
  canHelp: boolean;
  help(): Promise<void>;
  skip(): void;
  start(): void;
  leave(): void;
  /** Resumes the tour, or begins it. */
  toggle(): void;
}

const NEVER: StoredTour = {
  run: '',
  state: 'offer',
  step: 'forward',
  memory: { since: 0, caseId: null, enteredAt: 0 },
};

/** The tour through the main loop: its state and actions. The state outlives the page. */
export function useTour(
  overview: Overview,
  place: { personId: string; chatId: string | null },
  go: (personId: string, chatId: string) => void,
): Tour {
  const { attempt } = useNotices();
  const [stored, setStored] = useStored<StoredTour>('tour', NEVER);
  const isOn = stored.state === 'on';
  const world = useTourWorld(isOn && stored.step !== 'end', overview, place.personId, place.chatId);
  const { step, memory } = stored;

  useEffect(() => {
    if (!world) return;
    const moved = advance(step, world, memory);
    if (moved.step !== step) setStored({ ...stored, ...moved });
  }, [world, step]);
  // A new run of the sandbox does not know the case, so the tour begins anew.
  const isOld = stored.run !== overview.run && stored.state !== 'offer';
  useEffect(() => {
    if (isOld) setStored({ ...NEVER, state: 'left' });
  }, [isOld]);

  const start = () => {
    const { now } = overview.clock;
    const begun = { since: now, caseId: null, enteredAt: now };
    setStored({ run: overview.run, state: 'on', step: 'forward', memory: begun });
  };
  const help = world && helpOf(step, world, memory);
  const seat = world && wrongSeat(step, world, memory);
  return {
    state: isOld ? 'left' : stored.state,
    step,
    seat,
    isPerson: seat?.person.id === place.personId,
    wait: world && waitOf(step, world, memory),
    targets: world ? targetsOf(step, world, memory) : [],
    canHelp: help !== null,
    help: async () => {
      if (help?.do === 'go') go(help.personId, help.chatId);
      if (help?.do === 'act') await attempt(() => act(help.name, help.body));
    },
    skip: () => world && setStored({ ...stored, ...skip(step, world, memory) }),
    start,
    leave: () => setStored({ ...stored, run: overview.run, state: 'left' }),
    toggle: () => {
      if (isOn) setStored({ ...stored, state: 'left' });
      else if (stored.run === overview.run && step !== 'end' && stored.state === 'left') {
        setStored({ ...stored, state: 'on' });
      } else start();
    },
  };
}
