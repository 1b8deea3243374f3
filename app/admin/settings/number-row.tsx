import { SETTING_RANGES } from '@/lib/settings/setting-choices';
import { settings as words } from '../../_texts/en/settings';
import { classNames } from '../../_ui/class-names';
import type { NumberSetting } from './entered-settings';

type NumberRowProps = {
  id: NumberSetting;
  unit: string;
  value: string;
  error: string | undefined;
  /** How many it affects today. */
  reach: string | undefined;
};

/** A whole number with its unit, laid out like a switch: what it means on one side, the field on the other. */
export function NumberRow({ id, unit, value, error, reach }: NumberRowProps) {
  const describedBy = [`${id}-hint`, `${id}-unit`, error ? `${id}-error` : ''].filter(Boolean).join(' ');
  return (
    <div className="flex flex-col items-start justify-between gap-x-6 gap-y-3 py-5 sm:flex-row">
      <div className="flex min-w-0 flex-col gap-1">
        <label htmlFor={id} className="font-medium">
          {words[id]}
        </label>
        <p id={`${id}-hint`} className="max-w-text text-muted text-sm">
          {[words[`${id}Hint`], reach].filter(Boolean).join(' ')}
        </p>
        {error ? (
          <p id={`${id}-error`} className="font-medium text-bad text-sm">
            {error}
          </p>
        ) : null}
      </div>
      <span className="inline-flex shrink-0 items-center gap-2 sm:w-40">
        <input
          id={id}
          name={id}
          // Not type=number: that throws away what is not a number, and the reader could not see what was refused.
          type="text"
          inputMode="numeric"
          autoComplete="off"
          required
          maxLength={String(SETTING_RANGES[id].to).length + 2}
          defaultValue={value}
          aria-invalid={error ? true : undefined}
          aria-describedby={describedBy}
          className={classNames(
            'nums min-h-11 w-20 rounded-md border bg-raised px-3 py-2 text-right text-base transition-colors',
            error ? 'border-bad' : 'border-edge hover:border-ink',
          )}
        />
        <span id={`${id}-unit`} className="text-muted text-sm">
          {unit}
        </span>
      </span>
    </div>
  );
}
