/** How wide a text is in a title: Chinese characters and other wide ones count 1, Latin letters and digits a half. */
export const widthOf = (text: string): number =>
  [...text].reduce((width, point) => width + (/[\u2E80-\uFFEF]|\p{Extended_Pictographic}/u.test(point) ? 1 : 0.5), 0);

/** The text, or as much of it as is no wider than `max`, with “…” at its end. */
export function cutToWidth(text: string, max: number): string {
  if (widthOf(text) <= max) return text;
  let kept = '';
  for (const point of text) {
    if (widthOf(kept + point) > max - 1) break;
    kept += point;
  }
  return `${kept.trimEnd()}…`;
}
