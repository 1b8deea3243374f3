import { classNames } from './class-names';

const CUTS = [4, 9, 6, 11, 3, 8, 11, 5, 9, 2, 7, 10];
const PITCH = 28;

/** The motif: the cuts of a key along a hairline. Decoration only; repeats over any width. */
export function Bitting({ id, className }: { /** Unique on its page. */ id: string; className?: string }) {
  const cuts = CUTS.map((depth, index) => `H${index * PITCH + 10}l4 ${depth}h6l4 ${-depth}`).join('');
  return (
    <svg width="100%" height="13" aria-hidden="true" className={classNames('block text-edge', className)}>
      <defs>
        <pattern id={id} width={CUTS.length * PITCH} height="13" patternUnits="userSpaceOnUse">
          <path d={`M0 0.5${cuts}H${CUTS.length * PITCH}`} fill="none" stroke="currentColor" strokeLinejoin="round" />
        </pattern>
      </defs>
      <rect width="100%" height="13" fill={`url(#${id})`} />
    </svg>
  );
}
