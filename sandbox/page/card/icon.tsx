import type { Json } from './card-view';
import { paintOf } from './layout/stack';
import { word } from './read-json';
import { useScope } from './scope';

// Drawings for the icon tokens of our cards: strokes on a square of 24 units.
const SHAPES: Record<string, string> = {
  'down-small-ccm': 'M7 10l5 5 5-5',
  'expand-down': 'M7 10l5 5 5-5',
  add: 'M12 5v14M5 12h14',
  'alarm-clock': 'M12 21a7.5 7.5 0 1 0 0-15 7.5 7.5 0 0 0 0 15ZM12 9.5v4.2l2.6 1.6M4 6.5 7 4M20 6.5 17 4',
  'alerts-off': 'M6 17h12l-1.5-2.5V10a4.5 4.5 0 0 0-9 0v4.5L6 17ZM10.5 20h3M4 4l16 16',
  chat: 'M4 5h16v11H10l-4 3.5V16H4z',
  'chat-history': 'M4 5h16v11H10l-4 3.5V16H4zM12 8v3l2.5 1.2',
  close: 'M6 6l12 12M18 6L6 18',
  edit: 'M5 19l1-4L16 5l3 3L9 18z',
  folder: 'M3 6h6l2 2.5h10V19H3z',
  'forward-com': 'M13 6l6 6-6 6M19 12H5',
  group:
    'M9 11.5a3 3 0 1 0 0-6 3 3 0 0 0 0 6ZM3.5 19c.4-3.2 2.6-5 5.5-5s5.1 1.8 5.5 5M16 6a3 3 0 0 1 0 5.5M17 14.3c2 .6 3.2 2.2 3.5 4.7',
  'list-check': 'M4 7l1.5 1.5L8 6M11 7h9M4 13l1.5 1.5L8 12M11 13h9M4 19l1.5 1.5L8 18M11 19h9',
  member: 'M12 11.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7ZM5 20c.6-3.8 3.4-6 7-6s6.4 2.2 7 6',
  report: 'M5 20V4h14v16zM8.5 16v-3M12 16V9M15.5 16v-5',
  'reply-cn': 'M9 7L4 12l5 5M4 12h9c4 0 6 2 7 6',
  search: 'M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13ZM20 20l-4.8-4.8',
  setting:
    'M12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6ZM12 3v3M12 18v3M3 12h3M18 12h3M5.6 5.6l2.2 2.2M16.2 16.2l2.2 2.2M5.6 18.4l2.2-2.2M16.2 7.8l2.2-2.2',
  'tab-todo': 'M4 5h16v14H4zM8 12l2.5 2.5L16 9',
  thumbsup: 'M8 11l4-7c2 0 2.5 1.5 2 3l-.7 3H19l-1.6 9H8zM4 11h4v8H4z',
  warning: 'M12 4l9 16H3zM12 10v4M12 17v.5',
  yes: 'M5 12.5l4.5 4.5L19 7.5',
  calendar: 'M4 6h16v14H4zM4 10h16M8 4v4M16 4v4',
  time: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM12 7v5l3.5 2',
  clear: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM9 9l6 6M15 9l-6 6',
  image: 'M4 5h16v14H4zM4 16l5-5 4 4 3-3 4 4M15.5 10a1 1 0 1 0 0-2 1 1 0 0 0 0 2Z',
};

/** Draws an icon by its bare name; nothing if there is no drawing. */
export function Glyph({ name, size = 16 }: { name: string; size?: number }) {
  const shape = SHAPES[name];
  if (!shape) return null;
  return (
    <svg class="glyph" viewBox="0 0 24 24" width={size} height={size} aria-hidden="true">
      <path d={shape} />
    </svg>
  );
}

/** An icon of the card. An unknown icon is left out, as on the platform. */
export function Icon({ icon }: { icon: Json }) {
  const { view } = useScope();
  const { tag, token, color, img_key: key } = icon;
  if (tag === 'custom_icon' && word(key)) return <img class="card-icon" src={view.fileUrl(word(key))} alt="" />;
  const name = word(token).replace(/_(?:outlined|filled|colorful)$/, '');
  if (!SHAPES[name]) return null;
  return (
    <span class="card-icon" style={{ color: paintOf(color, '') }}>
      <Glyph name={name} />
    </span>
  );
}
