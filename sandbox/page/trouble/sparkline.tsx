const WIDTH = 300;
const HEIGHT = 40;
const GAP = 2;

/** A chart of bars without axes, the latest at the right. */
export function Sparkline({ values, label }: { values: number[]; label: string }) {
  const most = Math.max(1, ...values);
  const step = WIDTH / Math.max(1, values.length);
  return (
    <svg class="sparkline" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" role="img" aria-label={label}>
      <title>{label}</title>
      {values.map((value, index) => {
        const height = Math.max(1, (value / most) * HEIGHT);
        return (
          <rect key={index} x={index * step} y={HEIGHT - height} width={Math.max(1, step - GAP)} height={height} />
        );
      })}
    </svg>
  );
}
