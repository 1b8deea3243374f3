import { classNames } from './class-names';

const CUTS = [3, 7, 2, 9, 5, 8, 1, 6, 4, 9, 3, 7];

/** The motif: the row of notches of a key, as a quiet line. Decoration only. */
export function Bitting({ className }: { className?: string }) {
  const path = CUTS.map((depth, index) => `L${index * 20 + 6} ${depth + 2}H${index * 20 + 14}`).join('');
  return (
    <svg viewBox="0 0 240 14" aria-hidden="true" className={classNames('h-3.5 w-60 max-w-full text-edge', className)}>
      <path d={`M0 1${path}L240 1`} fill="none" stroke="currentColor" strokeWidth="1.5" strokeLinejoin="round" />
    </svg>
  );
}
