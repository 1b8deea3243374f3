import type { ReactNode } from 'react';
import { SETTING_RANGES } from '@/lib/settings/setting-choices';
import { keyAdmin as words } from '../../../_texts/en/key-admin';
import { classNames } from '../../../_ui/class-names';
import { Switch } from '../../../_ui/switch';
import type { EnteredPolicy, PolicyChoice, PolicyNumber, PolicySwitch } from './entered-policy';

/** What every part of the form is given. */
export type PolicyProps = { values: EnteredPolicy; errorOf: (name: string) => string | undefined };

/** A group of rules under one heading; hairlines stand between its rows. */
export function PolicyPart({ title, text, children }: { title: string; text: string; children: ReactNode }) {
  return (
    <fieldset className="flex min-w-0 flex-col">
      <legend className="font-semibold text-lg">{title}</legend>
      <p className="mb-2 max-w-text text-muted">{text}</p>
      <div className="divide-y divide-line border-line border-y">{children}</div>
    </fieldset>
  );
}

/** A rule that is on or off. */
export function PolicySwitchRow({ name, values }: PolicyProps & { name: PolicySwitch }) {
  return <Switch id={name} label={words[name]} hint={words[`${name}Hint`]} defaultChecked={values[name]} />;
}

/** One of a few values, each in a sentence. */
export function PolicyChoiceRow({
  name,
  options,
  values,
  errorOf,
}: PolicyProps & { name: PolicyChoice; options: { value: string; label: string }[] }) {
  const error = errorOf(name);
  return (
    <fieldset id={name} tabIndex={-1} className="flex min-w-0 flex-col gap-1 py-4 outline-none">
      <legend className="sr-only">{words[name]}</legend>
      {options.map(({ value, label }) => (
        <label
          key={value}
          htmlFor={`${name}-${value}`}
          className="flex min-h-9 cursor-pointer items-center gap-3 rounded-sm"
        >
          <input
            id={`${name}-${value}`}
            type="radio"
            name={name}
            value={value}
            defaultChecked={values[name] === value}
            className="size-4 shrink-0 accent-brass"
          />
          {label}
        </label>
      ))}
      {error ? <p className="font-medium text-bad text-sm">{error}</p> : null}
    </fieldset>
  );
}

/** A whole number with its unit: what it means on one side, the field on the other. */
export function PolicyNumberRow({ name, unit, values, errorOf }: PolicyProps & { name: PolicyNumber; unit: string }) {
  const error = errorOf(name);
  const describedBy = [`${name}-hint`, `${name}-unit`, error ? `${name}-error` : ''].filter(Boolean).join(' ');
  return (
    <div className="flex flex-col items-start justify-between gap-x-6 gap-y-3 py-5 sm:flex-row">
      <div className="flex min-w-0 flex-col gap-1">
        <label htmlFor={name} className="font-medium">
          {words[name]}
        </label>
        <p id={`${name}-hint`} className="max-w-text text-muted text-sm">
          {words[`${name}Hint`]}
        </p>
        {error ? (
          <p id={`${name}-error`} className="font-medium text-bad text-sm">
            {error}
          </p>
        ) : null}
      </div>
      <span className="inline-flex shrink-0 items-center gap-2 sm:w-44">
        <input
          id={name}
          name={name}
          // Not type=number: that throws away what is not a number, and the reader could not see what was refused.
          type="text"
          inputMode="numeric"
          autoComplete="off"
          required
          maxLength={String(SETTING_RANGES[name].to).length + 2}
          defaultValue={values[name]}
          aria-invalid={error ? true : undefined}
          aria-describedby={describedBy}
          className={classNames(
            'nums min-h-11 w-24 rounded-md border bg-raised px-3 py-2 text-right text-base transition-colors',
            error ? 'border-bad' : 'border-edge hover:border-ink',
          )}
        />
        <span id={`${name}-unit`} className="text-muted text-sm">
          {unit}
        </span>
      </span>
    </div>
  );
}
