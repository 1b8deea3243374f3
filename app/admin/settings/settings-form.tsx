'use client';

import { useActionState } from 'react';
import { settings as words } from '../../_texts/en/settings';
import { ErrorSummary } from '../../_ui/error-summary';
import { SubmitButton } from '../../_ui/submit-button';
import { saveSettings } from './actions';
import { ClientApiSection } from './client-api-section';
import { DropboxSection, type DropboxSetup } from './dropbox-section';
import type { EnteredSettings } from './entered-settings';
import { MailSection, type MailStanding } from './mail-section';
import { DownloadsSection, LogSection, RenewalsSection, TimeSection } from './number-sections';
import { PaymentsSection, type PaymentsStanding } from './payments-section';
import type { ReachTexts } from './reach-texts';
import { SavedNotice } from './saved-notice';
import type { SettingsAnswer } from './settings-answer';
import { ShownValues } from './shown-values';
import { StoreSection } from './store-section';

type SettingsFormProps = {
  inForce: EnteredSettings;
  reach: ReachTexts;
  dropbox: DropboxSetup;
  mail: MailStanding;
  payments: PaymentsStanding;
};

/** All settings but key visibility in one form. A refusal keeps what was typed; a save shows what is in force. */
export function SettingsForm({ inForce, reach, dropbox, mail, payments }: SettingsFormProps) {
  const [answer, action] = useActionState<SettingsAnswer, FormData>(saveSettings, { outcome: 'none' });
  const isRefused = answer.outcome === 'refused';
  const values = isRefused ? answer.entered : inForce;
  const errors = isRefused ? answer.errors : [];
  const errorOf = (id: string) => errors.find((error) => error.fieldId === id)?.message;
  const section = { values, errorOf, reach };
  return (
    <form action={action} noValidate className="flex flex-col gap-10">
      <ErrorSummary title={words.errorTitle} errors={errors} />
      <ShownValues shown={isRefused ? answer.shown : inForce} />
      {/* The key starts the fields anew with these values; otherwise React would set them back to those of the first page. */}
      <div key={JSON.stringify(values)} className="flex flex-col gap-12">
        <StoreSection {...section} />
        <ClientApiSection {...section} />
        <DownloadsSection {...section} />
        <DropboxSection {...section} setup={dropbox} />
        <MailSection {...section} {...mail} />
        <PaymentsSection {...payments} />
        <RenewalsSection {...section} />
        <TimeSection {...section} />
        <LogSection {...section} />
      </div>
      <div className="sticky bottom-0 z-10 -mx-4 flex flex-col gap-3 border-line border-t bg-paper px-4 py-3 sm:mx-0 sm:px-0">
        <SavedNotice answer={answer} />
        <SubmitButton pendingText={words.saving} className="self-start">
          {words.save}
        </SubmitButton>
      </div>
    </form>
  );
}
