import { act } from './api.mjs';
import { toast } from './dom.mjs';
import { clockText } from './time.mjs';

const UNITS = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/** `45s`, `30m`, `12h`, `7d` in milliseconds; null for anything else. */
export function durationMs(text) {
  const [, amount, unit] = /^(\d{1,5})\s*([smhd])$/i.exec(text.trim()) ?? [];
  return amount ? Number(amount) * UNITS[unit.toLowerCase()] : null;
}

/**
 * Shows the sandbox's time and moves it on demand.
 * @returns {(state: { now: number }) => void} sets the shown clock right
 */
export function wireClock(start, onMoved) {
  const shown = document.querySelector('#now time');
  // The sandbox's clock minus the browser's.
  let ahead = 0;
  const tick = () => {
    shown.textContent = clockText(Date.now() + ahead);
  };
  const set = ({ now }) => {
    ahead = now - Date.now();
    tick();
  };
  const move = (body) =>
    start(async () => {
      const moved = await act('clock', body);
      set(moved);
      if (!moved.botHeard) toast('机器人没有回应时钟，它可能没有运行', 'warning');
      onMoved();
    });
  for (const button of document.querySelectorAll('[data-advance]')) {
    button.addEventListener('click', () => move({ advanceMs: Number(button.dataset.advance) }));
  }
  document.getElementById('next-morning').addEventListener('click', () => move({ until: 'next-morning' }));
  document.getElementById('advance').addEventListener('submit', (event) => {
    event.preventDefault();
    const advanceMs = durationMs(document.getElementById('duration').value);
    if (advanceMs) move({ advanceMs });
    else toast('时长写成 45s、30m、12h、7d', 'warning');
  });
  setInterval(tick, 1000);
  return set;
}
