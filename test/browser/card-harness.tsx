import { render } from 'preact';
import { Card } from '../../sandbox/page/card/card';
import type { Json } from '../../sandbox/page/card/card-view';

/** The functions with which a test shows and taps one card in the page. */
export interface Harness {
  taps: Json[];
  show(card: Json, disabledReason?: string): void;
  /** Answers the tap that is on its way; false if the platform refuses it. */
  answer(isTaken: boolean): Promise<void>;
}

const root = document.body.appendChild(document.createElement('main'));
const pending: ((isTaken: boolean) => void)[] = [];
const people: [string, string][] = [
  ['ou_li', '李娜'],
  ['ou_sun', '孙悦'],
];

const harness: Harness = {
  taps: [],
  show(card, disabledReason) {
    const view = {
      nameOf: (id: string) => people.find(([each]) => each === id)?.[1] ?? id,
      people,
      fileUrl: (key: string) => `/${key}`,
      disabledReason: disabledReason ?? null,
      locale: 'zh-CN',
      now: () => Date.parse('2026-11-24T18:05:00+08:00'),
      tap: (tap: Json) => {
        harness.taps.push(tap);
        return new Promise<boolean>((resolve) => pending.push(resolve));
      },
    };
    render(<Card card={card} view={view} />, root);
  },
  async answer(isTaken) {
    pending.shift()?.(isTaken);
    await new Promise((resolve) => setTimeout(resolve));
  },
};
Object.assign(window, { harness });
