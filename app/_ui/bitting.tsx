import { classNames } from './class-names';

const CUTS = [3, 8, 5, 10, 2, 7, 10, 4, 8, 1, 6, 9];
const PITCH = 16;

/** The motif: the cuts of a key along a hairline. Decoration only; repeats over any width. */
export function Bitting({ id, className }: { /** Unique on its page. */ id: string; className?: string }) {
  const cuts = CUTS.map((depth, index) => `L${index * PITCH + 6} ${depth + 1}H${index * PITCH + 11}`).join('');
  return (
    <svg width="100%" height="13" aria-hidden="true" className={classNames('block text-edge', className)}>
      <defs>
        <pattern id={id} width={CUTS.length * PITCH} height="13" patternUnits="userSpaceOnUse">
          <path d={`M0 1${cuts}L${CUTS.length * PITCH} 1`} fill="none" stroke="currentColor" strokeLinejoin="round" />
        </pattern>
      </defs>
      <rect width="100%" height="13" fill={`url(#${id})`} />
    </svg>
  );
}
