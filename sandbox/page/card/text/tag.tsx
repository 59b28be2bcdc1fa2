/** A small coloured label. */
export function Tag({ color, text }: { color: string; text: string }) {
  return <span class={`tag tint-${color || 'blue'}`}>{text}</span>;
}
