/**
 * Where a live card of a feedback hangs. A department's wall carries its key, so that the card in a group the case
 * has left knows that it has.
 */
export type Wall = 'rep' | 'clerk' | 'manager' | `department:${string}`;

export const departmentWall = (key: string): Wall => `department:${key}`;

/** The department's key, or null where the wall is not a department's. */
export function departmentOfWall(wall: string): string | null {
  return wall.startsWith('department:') ? wall.slice('department:'.length) : null;
}
