import { classNames } from '../../_ui/class-names';

const CHANGES = 'border-warn/40 bg-warn/8 text-warn';
const LOOKS: Record<string, string> = {
  GET: 'border-line bg-sunken text-ink',
  DELETE: 'border-bad/40 bg-bad/8 text-bad',
};

/** The method of an operation; what changes something stands out. */
export function MethodMark({ method }: { method: string }) {
  return (
    <span
      className={classNames(
        'inline-flex min-w-16 justify-center rounded-sm border px-2 font-medium font-mono text-sm',
        LOOKS[method] ?? CHANGES,
      )}
    >
      {method}
    </span>
  );
}
