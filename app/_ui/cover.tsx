import { classNames } from './class-names';
import { slugPattern } from './slug-pattern';

type CoverProps = { slug: string; className?: string };

// Ground and figure of each tint, by day and by night. Whole class names, because Tailwind finds them by reading this file.
const TINTS = [
  '[--figure:#6e4a0e] [--ground:#eadfc6] dark:[--figure:#d3aa61] dark:[--ground:#2b2417]',
  '[--figure:#24503f] [--ground:#d5e0d6] dark:[--figure:#86b89f] dark:[--ground:#18261f]',
  '[--figure:#413a63] [--ground:#ddd9e8] dark:[--figure:#a9a1d2] dark:[--ground:#211f2e]',
  '[--figure:#7a331d] [--ground:#edd8cc] dark:[--figure:#d58e74] dark:[--ground:#2e1e18]',
  '[--figure:#234a63] [--ground:#d3dee6] dark:[--figure:#85b0ca] dark:[--ground:#18242c]',
  '[--figure:#4a4820] [--ground:#e2dfc9] dark:[--figure:#bcb878] dark:[--ground:#242316]',
];

const WIDTH = 480;
const HEIGHT = 320;
const PITCH = 44;
const FIRST = 128;
const SHEAR = 132;
const STEP = 15;

/** A product without an image: its own key, cut from the slug, lifting the pins of its own lock to the shear line. */
export function Cover({ slug, className }: CoverProps) {
  const { cuts, tint } = slugPattern(slug, TINTS.length);
  const tops = cuts.map((depth) => SHEAR + 34 + depth * STEP);
  return (
    <svg
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="xMidYMid slice"
      aria-hidden="true"
      className={classNames('block h-auto w-full', TINTS[tint], className)}
    >
      <rect width={WIDTH} height={HEIGHT} className="fill-(--ground)" />
      <line
        x1="0"
        x2={WIDTH}
        y1={SHEAR}
        y2={SHEAR}
        className="stroke-(--figure)"
        strokeOpacity="0.35"
        strokeDasharray="2 6"
      />
      {tops.map((top, index) => {
        const x = FIRST + index * PITCH;
        return (
          <g key={x} className="fill-(--figure)">
            <rect x={x - 11} y="-12" width="22" height={SHEAR + 8} rx="3" fillOpacity="0.16" />
            <path
              d={`M${x - 11} ${SHEAR + 4}h22V${top - 15}L${x} ${top - 4}L${x - 11} ${top - 15}Z`}
              fillOpacity="0.5"
            />
          </g>
        );
      })}
      <path d={bladePath(tops)} className="fill-(--figure)" />
      <path
        d={`M0 ${HEIGHT - 52}H${FIRST + PITCH * 6.4}`}
        className="stroke-(--ground)"
        strokeOpacity="0.35"
        strokeWidth="3"
        fill="none"
      />
    </svg>
  );
}

/** The outline of the blade: flat bottoms under each pin, slopes between, a tip at the end. */
function bladePath(tops: number[]): string {
  const shoulder = SHEAR + 20;
  const points = [`M0 ${shoulder}`, `H${FIRST - 32}`];
  tops.forEach((top, index) => {
    const x = FIRST + index * PITCH;
    points.push(`L${x - 8} ${top}`, `H${x + 8}`);
    if (index < tops.length - 1) {
      const ridge = Math.min(top, tops[index + 1] ?? top) - 12;
      points.push(`L${x + PITCH / 2} ${Math.max(ridge, shoulder + 4)}`);
    }
  });
  const end = FIRST + PITCH * (tops.length - 1);
  points.push(`L${end + 44} ${HEIGHT - 62}`, `L${end + 22} ${HEIGHT - 28}`, `H0`, 'Z');
  return points.join('');
}
