'use client';

import { useActionState, useRef, useState } from 'react';
import { admin as keyWords } from '../../_texts/en/admin';
import { settings as words } from '../../_texts/en/settings';
import { fillText } from '../../_texts/fill-text';
import { Dialog } from '../../_ui/dialog';
import { ErrorSummary } from '../../_ui/error-summary';
import { Notice } from '../../_ui/notice';
import { SubmitButton } from '../../_ui/submit-button';
import { saveSettings } from './actions';
import { ClientApiSection } from './client-api-section';
import { DropboxSection, type DropboxSetup } from './dropbox-section';
import type { EnteredSettings } from './entered-settings';
import { KeysPreview, type ShownKeys } from './keys-preview';
import { KeysSection } from './keys-section';
import { LimitsSection, TimeSection } from './number-sections';
import type { SettingsAnswer } from './settings-answer';
import { ShownValues } from './shown-values';

/** All settings in one form. A refusal keeps what was typed; a save shows what is in force. */
export function SettingsForm({ inForce, dropbox }: { inForce: EnteredSettings; dropbox: DropboxSetup }) {
  const form = useRef<HTMLFormElement>(null);
  const [preview, setPreview] = useState<ShownKeys>(inForce);
  const [answer, action] = useActionState<SettingsAnswer, FormData>(saveSettings, { outcome: 'none' });
  const isRefused = answer.outcome === 'refused';
  const values = isRefused ? answer.entered : inForce;
  const errors = isRefused ? answer.errors : [];
  const section = { values, errorOf: (id: string) => errors.find((error) => error.fieldId === id)?.message };
  return (
    <form ref={form} action={action} noValidate className="flex flex-col gap-10">
      <ErrorSummary title={words.errorTitle} errors={errors} />
      <ShownValues shown={isRefused ? answer.shown : inForce} />
      {/* The key starts the fields anew with these values; otherwise React would set them back to those of the first page. */}
      <div key={JSON.stringify(values)} className="flex flex-col gap-12">
        <KeysSection {...section} />
        <ClientApiSection {...section} />
        <TimeSection {...section} />
        <DropboxSection {...section} setup={dropbox} />
        <LimitsSection {...section} />
      </div>
      <div className="sticky bottom-0 z-10 -mx-4 flex flex-col gap-3 border-line border-t bg-paper px-4 py-3 sm:mx-0 sm:px-0">
        <Saved answer={answer} />
        <div className="flex flex-wrap gap-3">
          <SubmitButton pendingText={words.saving}>{words.save}</SubmitButton>
          <Dialog
            trigger={keyWords.preview}
            title={keyWords.previewTitle}
            text={keyWords.previewText}
            onOpen={() => setPreview(chosenIn(form.current))}
          >
            <KeysPreview {...preview} />
          </Dialog>
        </div>
      </div>
    </form>
  );
}

function Saved({ answer }: { answer: SettingsAnswer }) {
  if (answer.outcome !== 'saved') return null;
  const { changed } = answer;
  return (
    <Notice tone="good" isAnswer>
      {changed.length === 0
        ? words.savedNothing
        : `${words.saved} ${fillText(words.savedWhat, { names: changed.join(', ') })}`}
    </Notice>
  );
}

/** How the switches stand at this moment, saved or not. */
function chosenIn(form: HTMLFormElement | null): ShownKeys {
  const chosen = new FormData(form ?? undefined);
  return {
    showProductOrderApiKeys: chosen.has('showProductOrderApiKeys'),
    showMasterApiKey: chosen.has('showMasterApiKey'),
  };
}
