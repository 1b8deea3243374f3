import type { ComponentProps } from 'react';
import { classNames } from './class-names';

type TextAreaProps = ComponentProps<'textarea'> & {
  id: string;
  label: string;
  hint?: string | undefined;
  /** What is wrong and what to do; shown under the field and read out with it. */
  error?: string | undefined;
};

/** A labelled field of several lines. Hint and error belong to it by aria-describedby, so both are read out on focus. */
export function TextArea({ id, label, hint, error, className, ...rest }: TextAreaProps) {
  const describedBy = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ');
  return (
    <div className={classNames('flex flex-col gap-1.5', className)}>
      <label htmlFor={id} className="font-medium">
        {label}
      </label>
      {hint ? (
        <p id={`${id}-hint`} className="-mt-1 max-w-text text-muted text-sm">
          {hint}
        </p>
      ) : null}
      <textarea
        rows={4}
        {...rest}
        id={id}
        name={rest.name ?? id}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy || undefined}
        className={classNames(
          'w-full rounded-md border bg-raised px-3 py-2 font-mono text-sm transition-colors',
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
