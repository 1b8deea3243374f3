import { classNames } from '../../../_ui/class-names';

type BarProps = { label: string; value: number; of: number; isStill?: boolean };

/** How much of a whole is done, as a bar. The words beside it say the same. */
export function ProgressBar({ label, value, of, isStill = false }: BarProps) {
  const percent = of === 0 ? 0 : Math.min(100, Math.floor((value / of) * 100));
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
      className="h-2 overflow-hidden rounded-full border border-line bg-sunken forced-colors:border-current"
    >
      <div
        className={classNames(
          'h-full rounded-full transition-[width] duration-300 motion-reduce:transition-none forced-colors:bg-[Highlight]',
          isStill ? 'bg-edge' : 'bg-brass',
        )}
        style={{ width: `${percent}%` }}
      />
    </div>
  );
}
