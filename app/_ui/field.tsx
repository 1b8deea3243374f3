import type { ComponentProps } from 'react';
import { ui } from '../_texts/en/ui';
import { classNames } from './class-names';

type FieldProps = ComponentProps<'input'> & {
  id: string;
  label: string;
  hint?: string | undefined;
  /** What is wrong and what to do; shown under the field and read out with it. */
  error?: string | undefined;
};

/** A labelled text field. Hint and error belong to it by aria-describedby, so both are read out on focus. */
export function Field({ id, label, hint, error, required, className, ...rest }: FieldProps) {
  const describedBy = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ');
  return (
    <div className={classNames('flex flex-col gap-1.5', className)}>
      <label htmlFor={id} className="font-medium">
        {label}
        {required ? null : <span className="font-normal text-muted"> ({ui.optional})</span>}
      </label>
      {hint ? (
        <p id={`${id}-hint`} className="-mt-1 text-muted text-sm">
          {hint}
        </p>
      ) : null}
      <input
        {...rest}
        id={id}
        name={rest.name ?? id}
        required={required}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy || undefined}
        className={classNames(
          'min-h-11 w-full rounded-md border bg-raised px-3 py-2 text-base transition-colors',
          error ? 'border-bad' : 'border-edge hover:border-ink',
        )}
      />
      {error ? (
        <p id={`${id}-error`} className="font-medium text-bad text-sm">
          {error}
        </p>
      ) : null}
    </div>
  );
}
