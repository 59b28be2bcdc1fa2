/** Drawn on a grid of 20 × 20, as lines. */
const PATHS = {
  audio: 'M10 3v9M7 6v5a3 3 0 0 0 6 0V6a3 3 0 0 0-6 0M4.5 10.5a5.5 5.5 0 0 0 11 0M10 16v2',
  back: 'M12.5 4 6.5 10l6 6',
  bolt: 'M11 2 4.5 11.5H9L8 18l7-10h-4.5z',
  burst: 'M3 4h9v5H3zM6 12h9v5H6zM15 4.5h2M15 7h2',
  card: 'M3 4h14v12H3zM3 8h14M6 12h4M13 12h1',
  check: 'm4 10.5 4 4 8-9',
  clock: 'M10 2.5a7.5 7.5 0 1 0 0 15 7.5 7.5 0 0 0 0-15M10 6v4.5l3 2',
  close: 'm5 5 10 10M15 5 5 15',
  dark: 'M16.5 12A7 7 0 0 1 8 3.5a7 7 0 1 0 8.5 8.5z',
  download: 'M10 3v9M6 8.5l4 4 4-4M3.5 16.5h13',
  down: 'm5 7.5 5 5 5-5',
  edit: 'M4 16h3l8.5-8.5-3-3L4 13zM10.5 6.5l3 3',
  file: 'M5 2.5h7l3.5 3.5v11.5H5zM12 2.5V6h3.5M8 10h5M8 13h5',
  forward: 'M11 5.5 16.5 10 11 14.5V12c-4 0-6 1.5-7.5 4C3.5 11 6 8 11 8z',
  image: 'M3 4h14v12H3zM3 13.5l4-4 3.5 3.5 2.5-2.5 4 4M12.5 7.5h1',
  inspect: 'M8.5 3a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11M13 13l4 4M6.5 8.5h4',
  light:
    'M10 6.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7M10 2v2M10 16v2M2 10h2M16 10h2M4.5 4.5l1.3 1.3M14.2 14.2l1.3 1.3M4.5 15.5l1.3-1.3M14.2 5.8l1.3-1.3',
  list: 'M7 5h10M7 10h10M7 15h10M3 5h.5M3 10h.5M3 15h.5',
  location: 'M10 17.5c-4-4.5-5.5-6.5-5.5-9a5.5 5.5 0 0 1 11 0c0 2.5-1.5 4.5-5.5 9zM10 6.5a2 2 0 1 0 0 4 2 2 0 0 0 0-4',
  merged: 'M3 4.5h10v7H7L4.5 14v-2.5H3zM15.5 7.5H17v7h-1.5V17L13 14.5H9',
  more: 'M4 9.5h1v1H4zM9.5 9.5h1v1h-1zM15 9.5h1v1h-1z',
  play: 'M6.5 4v12l10-6z',
  post: 'M3 3.5h14v13H3zM6 7h8M6 13.5h8M6 10h3M12 9.5h2v1.5h-2z',
  recall: 'M7 4 3.5 7.5 7 11M3.5 7.5H12a4.25 4.25 0 0 1 0 8.5H8',
  reply: 'M3.5 4.5h13v9H9L5.5 16.5v-3h-2zM7 8h6M7 10.5h4',
  send: 'M3.5 4 17 10 3.5 16 5.5 10zM5.5 10H11',
  stop: 'M5 5h10v10H5z',
  system: 'M2.5 4h15v10h-15zM7.5 17h5M10 14v3',
  text: 'M4 5h12M10 5v10.5M8 15.5h4M4 5v2M16 5v2',
  tour: 'M5 17.5V3M5 4c4-2 6 2 10 0v7.5c-4 2-6-2-10 0',
  trouble: 'M10 3 2.5 16.5h15zM10 8v4.5M10 14.4v.2',
  video: 'M2.5 5.5h10v9h-10zM12.5 9l5-3v8l-5-3',
  wall: 'M3 3h6v6H3zM11 3h6v6h-6zM3 11h6v6H3zM11 11h6v6h-6z',
} as const;

/** Names of the page's icons. */
export type IconName = keyof typeof PATHS;

/** An icon beside its label. If it stands alone, its button carries the label. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 20 20" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}
