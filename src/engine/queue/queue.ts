/** Groups items by lane and keeps their order: lanes may run side by side, the items of one lane may not. */
export function inLanes<T>(items: T[], laneOf: (item: T) => string): T[][] {
  const lanes = new Map<string, T[]>();
  for (const item of items) {
    const lane = lanes.get(laneOf(item));
    if (lane) lane.push(item);
    else lanes.set(laneOf(item), [item]);
  }
  return [...lanes.values()];
}
