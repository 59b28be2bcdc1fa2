/** Background colours on which white initials are readable. */
const COLOURS = ['blue', 'turquoise', 'green', 'orange', 'carmine', 'violet', 'purple', 'indigo', 'wathet'] as const;

/** The last two characters of a Chinese name, the first two letters of any other. */
export function initialsOf(name: string): string {
  const plain = name.replace(/（.*|\(.*/, '').trim();
  const letters = [...plain];
  return /\p{Script=Han}/u.test(plain) ? letters.slice(-2).join('') : letters.slice(0, 2).join('').toUpperCase();
}

/** The first two characters of a group's name. */
export const groupInitials = (name: string) => [...name].slice(0, 2).join('');

/** A colour for an id; the same id gives the same colour. */
export function colourOf(id: string): (typeof COLOURS)[number] {
  let hash = 0;
  for (const letter of id) hash = (hash * 31 + letter.charCodeAt(0)) >>> 0;
  return COLOURS[hash % COLOURS.length] ?? 'blue';
}
