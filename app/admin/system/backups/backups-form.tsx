'use client';

import { useActionState } from 'react';
import { backups as words } from '../../../_texts/en/backups';
import { fillText } from '../../../_texts/fill-text';
import { ErrorSummary } from '../../../_ui/error-summary';
import { Field } from '../../../_ui/field';
import { Notice } from '../../../_ui/notice';
import { SubmitButton } from '../../../_ui/submit-button';
import { Switch } from '../../../_ui/switch';
import { SettingsSection } from '../../settings/settings-section';
import { type BackupsAnswer, saveBackups } from './actions';
import type { EnteredBackups } from './entered-backups';

/** When backups are made and how many are kept. A refusal keeps what was typed; a save shows what is in force. */
export function BackupsForm({ inForce, folder }: { inForce: EnteredBackups; folder: string }) {
  const [answer, action] = useActionState<BackupsAnswer, FormData>(saveBackups, { outcome: 'none' });
  const isRefused = answer.outcome === 'refused';
  const values = isRefused ? answer.entered : inForce;
  const shown = isRefused ? answer.shown : inForce;
  const errors = isRefused ? answer.errors : [];
  const field = (id: 'backupHour' | 'backupsKept') => (
    <div className="py-5">
      <Field
        id={id}
        label={words[id]}
        hint={words[`${id}Hint`]}
        defaultValue={values[id]}
        error={errors.find(({ fieldId }) => fieldId === id)?.message}
        inputMode="numeric"
        autoComplete="off"
        maxLength={6}
        required
        className="max-w-text [&>input]:max-w-24"
      />
    </div>
  );
  return (
    <form action={action} noValidate className="flex flex-col gap-6 pt-4">
      <ErrorSummary title={words.errorTitle} errors={errors} />
      {Object.entries(shown).map(([name, value]) => (
        <input
          key={name}
          type="hidden"
          name={`shown.${name}`}
          value={typeof value === 'boolean' ? (value ? 'on' : '') : value}
        />
      ))}
      {/* The key starts the fields anew with these values; otherwise React would set them back to those of the first page. */}
      <div key={JSON.stringify(values)}>
        <SettingsSection id="settings" title={words.settingsTitle} text={fillText(words.settingsText, { folder })}>
          <Switch
            id="nightlyBackups"
            label={words.nightlyBackups}
            hint={words.nightlyBackupsHint}
            defaultChecked={values.nightlyBackups}
          />
          {field('backupHour')}
          {field('backupsKept')}
          <Switch
            id="backupFiles"
            label={words.backupFiles}
            hint={words.backupFilesHint}
            defaultChecked={values.backupFiles}
          />
        </SettingsSection>
      </div>
      {answer.outcome === 'saved' ? (
        <Notice tone="good" isAnswer>
          {words.saved}
        </Notice>
      ) : null}
      <SubmitButton variant="secondary" pendingText={words.saving} className="self-start">
        {words.save}
      </SubmitButton>
    </form>
  );
}
