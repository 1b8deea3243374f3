'use client';

import { useState } from 'react';
import type { AccessKeyKind } from '@/lib/access-keys/caller';
import { keyForm as words } from '../../_texts/en/key-form';
import { Field } from '../../_ui/field';
import { Switch } from '../../_ui/switch';
import { TextArea } from '../../_ui/text-area';
import { AccessEditor } from './access-editor';
import type { KeyFormAnswer } from './key-form-answer';
import { ExpiryField, KindCards, LimitFields } from './key-form-parts';
import type { KeyFormProps } from './key-form-props';

type KeyFormFieldsProps = KeyFormProps & {
  setKind: (kind: AccessKeyKind) => void;
  answer: KeyFormAnswer;
};

/** The fields of the form; which there are depends on the kind. */
export function KeyFormFields(props: KeyFormFieldsProps) {
  const { sid, kind, kinds, setKind, answer, areas, access, today, maxDays } = props;
  const isNew = sid === undefined;
  const values = answer.values ?? props.values;
  const errorOf = (field: string) => answer.errors?.find(({ fieldId }) => fieldId === field)?.message;
  return (
    <>
      {isNew ? <KindCards choices={kinds} chosen={kind} choose={setKind} /> : null}
      <Texts kind={kind} isNew={isNew} values={values} errorOf={errorOf} />
      {kind === 'pair' ? null : (
        <ExpiryField
          key={kind}
          value={
            answer.values?.expires ?? (kind === props.kind ? (values.expires ?? '') : usualExpiry(kind, today, maxDays))
          }
          today={today}
          maxDays={maxDays}
          error={errorOf('expires')}
        />
      )}
      {isNew ? (
        <>
          {kind === 'pair' ? null : (
            <div className="-my-5 border-line border-y">
              <Switch
                id="active"
                label={words.formStatus}
                hint={words.formStatusHint}
                words={{ on: words.activated, off: words.deactivated }}
                defaultChecked
              />
            </div>
          )}
          <fieldset className="flex flex-col gap-2">
            <legend className="mb-2 font-medium">{words.formAccess}</legend>
            <AccessEditor areas={areas} access={access} />
          </fieldset>
        </>
      ) : null}
      <details open={!isNew || undefined} className="border-line border-t pt-4">
        <summary className="font-medium">{words.formMore}</summary>
        <LimitFields
          values={values}
          errorOf={errorOf}
          headersOnly={props.headersOnly}
          isHeadersOnlyStore={props.isHeadersOnlyStore}
          hasRotation={kind === 'standard'}
        />
      </details>
    </>
  );
}

type TextsProps = {
  kind: AccessKeyKind;
  isNew: boolean;
  values: Record<string, string>;
  errorOf: (field: string) => string | undefined;
};

function Texts({ kind, isNew, values, errorOf }: TextsProps) {
  const [typed, setTyped] = useState<string>();
  const ready = { standard: values.readyName, secret: '', pair: words.formNamePair }[kind];
  return (
    <div className="flex flex-col gap-6">
      <Field
        id="name"
        label={words.formName}
        hint={words.formNameHint}
        placeholder={words.formNamePlaceholder}
        error={errorOf('name')}
        value={typed ?? (isNew ? values.name || ready || '' : (values.name ?? ''))}
        onChange={(event) => setTyped(event.currentTarget.value)}
        maxLength={64}
        autoComplete="off"
        required
      />
      <Field
        id="note"
        label={words.formNote}
        hint={words.formNoteHint}
        error={errorOf('note')}
        defaultValue={values.note}
        maxLength={200}
        autoComplete="off"
      />
      <TextArea
        id="description"
        label={words.formDescription}
        hint={words.formDescriptionHint}
        error={errorOf('description')}
        defaultValue={values.description}
        rows={3}
        maxLength={500}
        className="[&_textarea]:font-sans [&_textarea]:text-base"
      />
    </div>
  );
}

const DAY_MS = 86_400_000;
const SECRET_DAYS = 90;

function usualExpiry(kind: AccessKeyKind, today: string, maxDays: number): string {
  if (kind !== 'secret' && maxDays === 0) return '';
  const days = kind === 'secret' ? (maxDays === 0 ? SECRET_DAYS : Math.min(SECRET_DAYS, maxDays)) : maxDays;
  return new Date(Date.parse(today) + days * DAY_MS).toISOString().slice(0, 10);
}
