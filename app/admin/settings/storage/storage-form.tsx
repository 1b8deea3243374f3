'use client';

import { useActionState, useEffect, useState } from 'react';
import type { StorageEntry } from '@/lib/settings/storage-entry';
import { storage as words } from '../../../_texts/en/storage';
import { ErrorSummary } from '../../../_ui/error-summary';
import { Field } from '../../../_ui/field';
import { changeStorage } from './actions';
import { BucketSection } from './bucket-section';
import { faultTexts } from './fault-texts';
import { IntentButton } from './intent-button';
import { NewFilesSection } from './new-files-section';
import type { StorageAnswer } from './storage-answer';
import { StorageOutcome } from './storage-outcome';

type StorageFormProps = { inForce: StorageEntry; hasSecret: boolean; filesInBucket: number };

/** One form for the place of new files and for the bucket. "Test" tries what is entered, saved or not. */
export function StorageForm({ inForce, hasSecret, filesInBucket }: StorageFormProps) {
  const [answer, action] = useActionState<StorageAnswer, FormData>(changeStorage, { outcome: 'none' });
  // The server never sends a secret back; what was typed is kept here until it is saved.
  const [secret, setSecret] = useState('');
  useEffect(() => {
    if (answer.outcome === 'saved') setSecret('');
  }, [answer]);
  const values = 'entered' in answer ? answer.entered : inForce;
  const errors = answer.outcome === 'refused' ? faultTexts(answer.faults) : [];
  const errorOf = (id: string) => errors.find((error) => error.fieldId === id)?.message;
  return (
    <form action={action} noValidate className="flex flex-col gap-10">
      <ErrorSummary title={words.errorTitle} errors={errors} />
      {/* The key starts the fields anew with these values; otherwise React would set them back to those of the first page. */}
      <div key={JSON.stringify(values)} className="flex flex-col gap-12">
        <NewFilesSection chosen={values.newFiles} error={errorOf('newFiles')} />
        <BucketSection values={values} errorOf={errorOf} filesInBucket={filesInBucket}>
          <Field
            id="secretAccessKey"
            type="password"
            label={hasSecret ? words.replaceSecret : words.secretAccessKey}
            hint={hasSecret ? words.replaceSecretHint : words.secretAccessKeyHint}
            error={errorOf('secretAccessKey')}
            value={secret}
            onChange={(event) => setSecret(event.target.value)}
            required={!hasSecret}
            autoComplete="new-password"
            spellCheck={false}
          />
        </BucketSection>
      </div>
      <div className="sticky bottom-0 z-10 -mx-4 flex flex-col gap-3 border-line border-t bg-paper px-4 py-3 sm:mx-0 sm:px-0">
        <StorageOutcome answer={answer} />
        <div className="flex flex-wrap gap-3">
          <IntentButton intent="save" pendingText={words.saving}>
            {words.save}
          </IntentButton>
          <IntentButton intent="test" variant="secondary" pendingText={words.testing}>
            {words.test}
          </IntentButton>
        </div>
      </div>
    </form>
  );
}
