/** Groups by key, keeping the order inside each lane: lanes may run side by side, what is in one lane may not. */
export function inLanes<T>(items: T[], laneOf: (item: T) => string): T[][] {
  const lanes = new Map<string, T[]>();
  for (const item of items) {
    const lane = lanes.get(laneOf(item));
    if (lane) lane.push(item);
    else lanes.set(laneOf(item), [item]);
  }
  return [...lanes.values()];
}
