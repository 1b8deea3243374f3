'use client';

import { useState } from 'react';
import type { AccessKeyKind } from '@/lib/access-keys/caller';
import { keyForm as words } from '../../_texts/en/key-form';
import { fillText } from '../../_texts/fill-text';
import { Field } from '../../_ui/field';
import { TextArea } from '../../_ui/text-area';

export type KindChoice = { kind: AccessKeyKind /** Why it cannot be had now. */; closed: string | undefined };

type KindCardsProps = { choices: KindChoice[]; chosen: AccessKeyKind; choose: (kind: AccessKeyKind) => void };

/** The three kinds as cards that say in one line what each is for. */
export function KindCards({ choices, chosen, choose }: KindCardsProps) {
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-2 font-medium">{words.kind}</legend>
      <div className="grid gap-3 sm:grid-cols-3">
        {choices.map(({ kind, closed }) => (
          <label
            key={kind}
            htmlFor={`kind-${kind}`}
            className="flex cursor-pointer items-start gap-3 rounded-md border border-edge/60 bg-raised p-4 transition-colors has-checked:border-ink has-checked:bg-sunken has-disabled:cursor-default"
          >
            <input
              id={`kind-${kind}`}
              type="radio"
              name="kind"
              value={kind}
              checked={kind === chosen}
              disabled={closed !== undefined}
              onChange={() => choose(kind)}
              className="mt-1 size-4 shrink-0 accent-ink"
            />
            <span className="flex flex-col gap-1">
              <span className="flex flex-wrap items-baseline gap-x-2 font-medium">
                {words[`kind.${kind}`]}
                {kind === 'secret' ? <span className="font-normal text-brass text-sm">{words.recommended}</span> : null}
              </span>
              <span className="text-muted text-sm">{words[`about.${kind}`]}</span>
              {closed === undefined ? null : <span className="text-sm text-warn">{closed}</span>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

type ExpiryFieldProps = { value: string; today: string; maxDays: number; error: string | undefined };

const PRESETS = [30, 90, 180, 365] as const;
const DAY_MS = 86_400_000;

/** The expiry date with its usual choices. Optional; without one there is advice. */
export function ExpiryField({ value, today, maxDays, error }: ExpiryFieldProps) {
  const [day, setDay] = useState(value);
  const dayIn = (days: number) => new Date(Date.parse(today) + days * DAY_MS).toISOString().slice(0, 10);
  const hint =
    maxDays === 0
      ? words.formExpiryHint
      : `${words.formExpiryHint} ${fillText(words.formExpiryMax, { days: maxDays })}`;
  return (
    <div className="flex flex-col gap-2">
      <Field
        id="expires"
        type="date"
        label={words.formExpiry}
        hint={hint}
        error={error}
        value={day}
        min={dayIn(1)}
        {...(maxDays === 0 ? {} : { max: dayIn(maxDays) })}
        onChange={(event) => setDay(event.currentTarget.value)}
        className="max-w-sm"
      />
      <fieldset aria-label={words.presets} className="flex flex-wrap gap-2">
        {PRESETS.filter((days) => maxDays === 0 || days <= maxDays).map((days) => (
          <Preset
            key={days}
            label={words[`preset.${days}`]}
            isOn={day === dayIn(days)}
            press={() => setDay(dayIn(days))}
          />
        ))}
        {maxDays === 0 ? <Preset label={words.presetNone} isOn={day === ''} press={() => setDay('')} /> : null}
      </fieldset>
      <p role="status" className="text-muted text-sm empty:hidden">
        {day === '' ? words.noExpiryAdvice : ''}
      </p>
    </div>
  );
}

function Preset({ label, isOn, press }: { label: string; isOn: boolean; press: () => void }) {
  return (
    <button
      type="button"
      aria-pressed={isOn}
      onClick={press}
      className="min-h-8 rounded-full border border-edge/60 px-3 text-sm transition-colors hover:border-ink aria-pressed:border-ink aria-pressed:bg-ink aria-pressed:text-paper"
    >
      {label}
    </button>
  );
}

type LimitFieldsProps = {
  values: Record<string, string>;
  errorOf: (field: string) => string | undefined;
  headersOnly: boolean;
  /** The store takes no key in an address anyway. */
  isHeadersOnlyStore: boolean;
  hasRotation: boolean;
};

const WINDOWS = ['second', 'minute', 'hour', 'day'] as const;

/** From where and how often a key may be used. */
export function LimitFields({ values, errorOf, headersOnly, isHeadersOnlyStore, hasRotation }: LimitFieldsProps) {
  return (
    <div className="flex flex-col gap-6 pt-4">
      <TextArea
        id="addresses"
        label={words.formAddresses}
        hint={words.formAddressesHint}
        rows={3}
        spellCheck={false}
        defaultValue={values.addresses}
        error={errorOf('addresses')}
      />
      <label htmlFor="headersOnly" className="flex items-start gap-3">
        <input
          id="headersOnly"
          type="checkbox"
          name="headersOnly"
          defaultChecked={headersOnly || isHeadersOnlyStore}
          className="mt-0.5 size-5 shrink-0 accent-ink"
        />
        <span className="flex flex-col">
          <span className="font-medium">{words.formHeadersOnly}</span>
          <span className="text-muted text-sm">
            {isHeadersOnlyStore ? words.formHeadersOnlyStore : words.formHeadersOnlyHint}
          </span>
        </span>
      </label>
      <NumberFields values={values} errorOf={errorOf} hasRotation={hasRotation} />
    </div>
  );
}

function NumberFields({ values, errorOf, hasRotation }: Pick<LimitFieldsProps, 'values' | 'errorOf' | 'hasRotation'>) {
  return (
    <div className="grid items-end gap-6 sm:grid-cols-2">
      <div className="flex items-end gap-2">
        <Field
          id="rateCalls"
          label={words.formRate}
          hint={words.formRateHint}
          inputMode="numeric"
          autoComplete="off"
          defaultValue={values.rateCalls}
          error={errorOf('rateCalls')}
          className="grow"
        />
        <select
          name="rateWindow"
          aria-label={words.formRateWindow}
          defaultValue={values.rateWindow || 'minute'}
          className="min-h-11 rounded-md border border-edge bg-raised px-3 py-2"
        >
          {WINDOWS.map((window) => (
            <option key={window} value={window}>
              {words[`window.${window}`]}
            </option>
          ))}
        </select>
      </div>
      <Field
        id="monthlyCap"
        label={words.formCap}
        hint={words.formCapHint}
        inputMode="numeric"
        autoComplete="off"
        defaultValue={values.monthlyCap}
        error={errorOf('monthlyCap')}
      />
      {hasRotation ? (
        <Field
          id="rotateDays"
          label={words.formRotate}
          hint={words.formRotateHint}
          inputMode="numeric"
          autoComplete="off"
          defaultValue={values.rotateDays}
          error={errorOf('rotateDays')}
        />
      ) : null}
    </div>
  );
}
