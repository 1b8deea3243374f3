import { classNames } from './class-names';
import { slugPattern } from './slug-pattern';

type CoverProps = { slug: string; className?: string };

// Ground and figure of each tint. Quiet on paper and on ink alike, so a cover is the same in both themes.
const TINTS = [
  { ground: '#EADFC6', figure: '#6E4A0E' },
  { ground: '#D5E0D6', figure: '#24503F' },
  { ground: '#DDD9E8', figure: '#413A63' },
  { ground: '#EDD8CC', figure: '#7A331D' },
  { ground: '#D3DEE6', figure: '#234A63' },
  { ground: '#E2DFC9', figure: '#4A4820' },
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
  const { ground, figure } = TINTS[tint] ?? { ground: '#EADFC6', figure: '#6E4A0E' };
  const tops = cuts.map((depth) => SHEAR + 34 + depth * STEP);
  return (
    <svg
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="xMidYMid slice"
      aria-hidden="true"
      className={classNames('block h-auto w-full', className)}
    >
      <rect width={WIDTH} height={HEIGHT} fill={ground} />
      <line x1="0" x2={WIDTH} y1={SHEAR} y2={SHEAR} stroke={figure} strokeOpacity="0.35" strokeDasharray="2 6" />
      {tops.map((top, index) => {
        const x = FIRST + index * PITCH;
        return (
          <g key={x} fill={figure}>
            <rect x={x - 11} y="-12" width="22" height={SHEAR + 8} rx="3" fillOpacity="0.16" />
            <path
              d={`M${x - 11} ${SHEAR + 4}h22V${top - 15}L${x} ${top - 4}L${x - 11} ${top - 15}Z`}
              fillOpacity="0.5"
            />
          </g>
        );
      })}
      <path d={bladePath(tops)} fill={figure} />
      <path
        d={`M0 ${HEIGHT - 52}H${FIRST + PITCH * 6.4}`}
        stroke={ground}
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
