import { type Colour, png } from './png';

// What a customer's photos stand for in the sandbox. Drawn by code, so that none is anybody's.

const WIDTH = 280;
const HEIGHT = 210;
/** Motifs are laid out on 360 by 270. */
const SCALE = 360 / WIDTH;

type Point = readonly [x: number, y: number];
/** The colour at a point of a picture 360 wide and 270 high; null leaves what is behind it. */
type Layer = (x: number, y: number) => Colour | null;

const mix = (one: Colour, other: Colour, share: number): Colour => {
  const part = Math.min(1, Math.max(0, share));
  const at = (i: 0 | 1 | 2) => one[i] * (1 - part) + other[i] * part;
  return [at(0), at(1), at(2)];
};

/** Lighter above and to the left, as under a lamp. */
const lit = (colour: Colour, x: number, y: number): Colour =>
  mix(mix(colour, [255, 255, 255], 0.16 - (x + y) / 3600), [20, 24, 32], (x + y) / 2600 - 0.06);

const box =
  (left: number, top: number, right: number, bottom: number, colour: Colour): Layer =>
  (x, y) =>
    x >= left && x <= right && y >= top && y <= bottom ? lit(colour, x, y) : null;

const oval =
  (centre: Point, wide: number, high: number, colour: Colour): Layer =>
  (x, y) =>
    Math.hypot((x - centre[0]) / wide, (y - centre[1]) / high) <= 1 ? lit(colour, x, y) : null;

const line =
  (points: Point[], width: number, colour: Colour): Layer =>
  (x, y) =>
    points.some((point, index) => index > 0 && distance([x, y], points[index - 1] as Point, point) <= width / 2)
      ? colour
      : null;

const within =
  (frame: Layer, layer: Layer): Layer =>
  (x, y) =>
    frame(x, y) ? layer(x, y) : null;

function distance([x, y]: Point, [fromX, fromY]: Point, [toX, toY]: Point): number {
  const [dx, dy] = [toX - fromX, toY - fromY];
  const along = Math.min(1, Math.max(0, ((x - fromX) * dx + (y - fromY) * dy) / (dx * dx + dy * dy)));
  return Math.hypot(x - fromX - along * dx, y - fromY - along * dy);
}

/** Wall above, floor below. */
const room =
  (wall: Colour, floor: Colour, horizon = 190): Layer =>
  (x, y) =>
    lit(y < horizon ? wall : mix(floor, [255, 255, 255], (y - horizon) / 400), x, y);

/** The same grain in every run. */
function grain(x: number, y: number): number {
  const mixed = Math.imul((x * 374761393 + y * 668265263) ^ (x << 13), 1274126177);
  return (((mixed ^ (mixed >>> 16)) >>> 8) % 9) - 4;
}

/** Layers from back to front, smoothed at the edges, with a camera's grain. */
function photo(...layers: Layer[]): Buffer {
  const front = layers.toReversed();
  const at = (x: number, y: number): Colour => {
    for (const layer of front) {
      const colour = layer(x, y);
      if (colour) return colour;
    }
    return [0, 0, 0];
  };
  return png(WIDTH, HEIGHT, (x, y) => {
    const one = at((x - 0.25) * SCALE, (y - 0.25) * SCALE);
    const other = at((x + 0.25) * SCALE, (y + 0.25) * SCALE);
    const light = (i: 0 | 1 | 2) => Math.round(Math.min(255, Math.max(0, (one[i] + other[i]) / 2 + grain(x, y))));
    return [light(0), light(1), light(2)];
  });
}

const MOTIFS = {
  /** A carton whose corner is crushed. */
  parcel: () =>
    photo(
      room([214, 219, 224], [150, 154, 160]),
      oval([182, 226], 130, 16, [112, 116, 122]),
      box(70, 70, 292, 222, [190, 148, 100]),
      box(70, 70, 292, 92, [206, 166, 118]),
      box(170, 70, 192, 222, [222, 200, 152]),
      box(90, 150, 150, 196, [244, 244, 240]),
      line(
        [
          [98, 162],
          [142, 162],
        ],
        3,
        [70, 70, 74],
      ),
      line(
        [
          [98, 172],
          [132, 172],
        ],
        3,
        [70, 70, 74],
      ),
      line(
        [
          [98, 184],
          [142, 184],
        ],
        6,
        [40, 40, 44],
      ),
      within(box(70, 70, 292, 222, [0, 0, 0]), oval([290, 74], 52, 40, [142, 104, 66])),
      within(box(70, 70, 292, 222, [0, 0, 0]), oval([294, 72], 34, 26, [92, 64, 40])),
      line(
        [
          [238, 72],
          [252, 98],
          [272, 112],
          [291, 118],
        ],
        3,
        [74, 50, 30],
      ),
      line(
        [
          [252, 98],
          [266, 84],
          [288, 92],
        ],
        2.4,
        [60, 40, 24],
      ),
    ),
  /** A white panel with a crack that runs from a screw. */
  crack: () =>
    photo(
      room([96, 108, 120], [70, 76, 84]),
      box(48, 36, 312, 236, [232, 234, 232]),
      box(62, 50, 298, 96, [214, 218, 218]),
      oval([280, 73], 9, 9, [96, 190, 120]),
      line(
        [
          [78, 73],
          [150, 73],
        ],
        6,
        [120, 128, 134],
      ),
      oval([104, 134], 8, 8, [128, 132, 134]),
      line(
        [
          [110, 136],
          [146, 150],
          [160, 142],
          [196, 172],
          [214, 166],
          [262, 214],
        ],
        3.4,
        [58, 58, 60],
      ),
      line(
        [
          [160, 142],
          [178, 124],
          [196, 120],
        ],
        2.2,
        [86, 86, 88],
      ),
      line(
        [
          [196, 172],
          [188, 196],
        ],
        2.2,
        [86, 86, 88],
      ),
    ),
  /** A water heater that drips from its pipe. */
  leak: () =>
    photo(
      room([206, 220, 222], [168, 150, 128], 206),
      box(112, 18, 248, 162, [238, 240, 242]),
      oval([180, 162], 68, 20, [224, 227, 230]),
      oval([180, 20], 68, 12, [246, 247, 248]),
      box(158, 60, 202, 84, [52, 74, 96]),
      line(
        [
          [146, 176],
          [146, 210],
        ],
        10,
        [176, 182, 188],
      ),
      line(
        [
          [214, 176],
          [214, 204],
          [262, 204],
          [262, 120],
        ],
        10,
        [176, 182, 188],
      ),
      oval([146, 232], 74, 16, [140, 178, 206]),
      oval([138, 228], 34, 6, [196, 222, 238]),
      oval([146, 218], 4, 7, [112, 168, 214]),
      oval([152, 196], 3, 6, [112, 168, 214]),
    ),
  /** Two panels that should be of one colour, beside the colour card. */
  shades: () =>
    photo(
      room([228, 226, 220], [198, 190, 178], 20),
      box(34, 40, 168, 212, [150, 96, 84]),
      box(176, 40, 310, 212, [176, 118, 92]),
      box(52, 222, 308, 258, [250, 250, 248]),
      ...[
        [150, 96, 84],
        [158, 104, 88],
        [168, 112, 92],
        [180, 122, 98],
        [194, 138, 112],
      ].map((colour, index) => box(64 + index * 48, 228, 100 + index * 48, 252, colour as unknown as Colour)),
    ),
  /** A scorched plug. */
  plug: () =>
    photo(
      room([222, 216, 206], [186, 172, 152]),
      box(120, 56, 262, 170, [244, 244, 242]),
      box(134, 70, 248, 156, [230, 231, 230]),
      box(160, 92, 170, 122, [60, 60, 62]),
      box(212, 92, 222, 122, [60, 60, 62]),
      oval([216, 112], 34, 30, [126, 96, 70]),
      oval([217, 112], 18, 16, [52, 40, 32]),
      line(
        [
          [190, 170],
          [184, 214],
          [140, 236],
          [60, 244],
        ],
        12,
        [48, 50, 54],
      ),
    ),
} as const;

export type Motif = keyof typeof MOTIFS;

const drawn = new Map<Motif, Buffer>();

/** The picture as a PNG; drawn when it is first asked for. */
export function picture(motif: Motif): Buffer {
  const known = drawn.get(motif) ?? MOTIFS[motif]();
  drawn.set(motif, known);
  return known;
}
