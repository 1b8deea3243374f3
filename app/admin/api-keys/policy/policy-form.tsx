'use client';

import { useActionState } from 'react';
import { KEY_KINDS, LEAK_ACTIONS, MFA_RULES, REVEAL_RULES } from '@/lib/settings/setting-choices';
import { keyAdmin as words } from '../../../_texts/en/key-admin';
import { fillText } from '../../../_texts/fill-text';
import { ErrorSummary } from '../../../_ui/error-summary';
import { Field } from '../../../_ui/field';
import { Notice } from '../../../_ui/notice';
import { SubmitButton } from '../../../_ui/submit-button';
import { savePolicy } from './actions';
import type { EnteredPolicy } from './entered-policy';
import type { PolicyAnswer } from './policy-answer';
import { PolicyChoiceRow, PolicyNumberRow, PolicyPart, type PolicyProps, PolicySwitchRow } from './policy-rows';

/** How many keys of each kind there are today, in words. */
export type KindCounts = Record<(typeof KEY_KINDS)[number], string>;

/** All rules for developer keys in one form. A refusal keeps what was typed; a save shows what is in force. */
export function PolicyForm({ inForce, today }: { inForce: EnteredPolicy; today: KindCounts }) {
  const [answer, action] = useActionState<PolicyAnswer, FormData>(savePolicy, { outcome: 'none' });
  const isRefused = answer.outcome === 'refused';
  const values = isRefused ? answer.entered : inForce;
  const errors = isRefused ? answer.errors : [];
  const errorOf = (id: string) => errors.find((error) => error.fieldId === id)?.message;
  const row = { values, errorOf };
  return (
    <form action={action} noValidate className="flex flex-col gap-10">
      <ErrorSummary title={words.policyErrorTitle} errors={errors} />
      <ShownPolicy shown={isRefused ? answer.shown : inForce} />
      {/* The key starts the fields anew with these values; otherwise React would set them back to those of the first page. */}
      <div key={JSON.stringify(values)} className="flex flex-col gap-12">
        <KindsPart {...row} today={today} />
        <PolicyPart title={words.revealTitle} text={words.revealText}>
          <PolicyChoiceRow
            {...row}
            name="keyReveal"
            options={REVEAL_RULES.map((value) => ({ value, label: words[`reveal.${value}`] }))}
          />
        </PolicyPart>
        <PolicyPart title={words.mfaTitle} text={words.mfaText}>
          <PolicyChoiceRow
            {...row}
            name="mfaRequiredFor"
            options={MFA_RULES.map((value) => ({ value, label: words[`mfa.${value}`] }))}
          />
        </PolicyPart>
        <PolicyPart title={words.lifeTitle} text={words.lifeText}>
          <PolicyNumberRow {...row} name="keyMaxLifetimeDays" unit={words.days} />
          <PolicyNumberRow {...row} name="keyRotationDays" unit={words.days} />
        </PolicyPart>
        <PolicyPart title={words.useTitle} text={words.useText}>
          <PolicySwitchRow {...row} name="keysInQuery" />
          <PolicyNumberRow {...row} name="keyCallsPerMinute" unit={words.perMinute} />
          <PolicyNumberRow {...row} name="addressCallsPerMinute" unit={words.perMinute} />
        </PolicyPart>
        <LeakPart {...row} />
      </div>
      <div className="sticky bottom-0 z-10 -mx-4 flex flex-col gap-3 border-line border-t bg-paper px-4 py-3 sm:mx-0 sm:px-0">
        <Saved answer={answer} />
        <SubmitButton pendingText={words.savingPolicy} className="self-start">
          {words.savePolicy}
        </SubmitButton>
      </div>
    </form>
  );
}

function KindsPart({ values, errorOf, today }: PolicyProps & { today: KindCounts }) {
  const error = errorOf('developerKeyKinds');
  return (
    <PolicyPart title={words.kindsTitle} text={words.kindsText}>
      <div id="developerKeyKinds" tabIndex={-1} className="flex flex-col gap-1 py-4 outline-none">
        {KEY_KINDS.map((kind) => (
          <label key={kind} htmlFor={`kinds.${kind}`} className="flex min-h-9 cursor-pointer items-start gap-3 py-1.5">
            <input
              id={`kinds.${kind}`}
              type="checkbox"
              name={`kinds.${kind}`}
              defaultChecked={values.developerKeyKinds.includes(kind)}
              className="mt-1 size-4 shrink-0 accent-brass"
            />
            <span className="flex flex-col">
              {words[`kind.${kind}`]}
              <span className="text-muted text-sm">{today[kind]}</span>
            </span>
          </label>
        ))}
        {error ? <p className="font-medium text-bad text-sm">{error}</p> : null}
      </div>
      <PolicySwitchRow values={values} errorOf={errorOf} name="defaultKey" />
    </PolicyPart>
  );
}

function LeakPart(row: PolicyProps) {
  return (
    <PolicyPart title={words.leakTitle} text={words.leakText}>
      <PolicyChoiceRow
        {...row}
        name="keyLeakAction"
        options={LEAK_ACTIONS.map((value) => ({ value, label: words[`leak.${value}`] }))}
      />
      <div className="py-5">
        <Field
          id="billingZone"
          label={words.billingZone}
          hint={words.billingZoneHint}
          error={row.errorOf('billingZone')}
          defaultValue={row.values.billingZone}
          required
          maxLength={60}
          autoComplete="off"
          spellCheck={false}
          className="max-w-md"
        />
      </div>
    </PolicyPart>
  );
}

/** What the page showed when it was opened goes back with the form, so that only what was changed is saved. */
function ShownPolicy({ shown }: { shown: EnteredPolicy }) {
  const { developerKeyKinds, ...rest } = shown;
  const fields = [
    ...Object.entries(rest).map(([name, value]) => [name, typeof value === 'boolean' ? (value ? 'on' : '') : value]),
    ...developerKeyKinds.map((kind) => [`kinds.${kind}`, 'on']),
  ];
  return fields.map(([name, value]) => <input key={name} type="hidden" name={`shown.${name}`} value={value} />);
}

function Saved({ answer }: { answer: PolicyAnswer }) {
  if (answer.outcome !== 'saved') return null;
  const { changed } = answer;
  return (
    <Notice tone="good" isAnswer>
      {changed.length === 0 ? words.policySame : fillText(words.policySaved, { names: changed.join(', ') })}
    </Notice>
  );
}
