'use client';

import { useActionState, useRef, useState } from 'react';
import { admin as words } from '../../_texts/en/admin';
import { Dialog } from '../../_ui/dialog';
import { ErrorSummary } from '../../_ui/error-summary';
import { Notice } from '../../_ui/notice';
import { SubmitButton } from '../../_ui/submit-button';
import { Switch } from '../../_ui/switch';
import { type SettingsAnswer, saveSettings } from './actions';
import { KeysPreview, type ShownKeys } from './keys-preview';

/** The two switches. Whatever is refused, the form shows what is in force. */
export function SettingsForm({ showProductOrderApiKeys, showMasterApiKey }: ShownKeys) {
  const form = useRef<HTMLFormElement>(null);
  const [preview, setPreview] = useState<ShownKeys>({ showProductOrderApiKeys, showMasterApiKey });
  const [answer, action] = useActionState<SettingsAnswer, FormData>(saveSettings, { outcome: 'none' });
  const isRefused = answer.outcome === 'both_keys_hidden' || answer.outcome === 'setting_invalid';
  return (
    <form ref={form} action={action} className="flex flex-col gap-6">
      {answer.outcome === 'saved' ? (
        <Notice tone="good" isAnswer>
          {words.saved}
        </Notice>
      ) : null}
      {isRefused ? (
        <ErrorSummary
          title={words['error.title']}
          errors={[{ fieldId: 'showProductOrderApiKeys', message: words['error.bothHidden'] }]}
        />
      ) : null}
      <fieldset className="flex min-w-0 flex-col">
        <legend className="font-semibold text-lg">{words.keysTitle}</legend>
        <p className="mb-2 max-w-text text-muted">{words.keysText}</p>
        <div className="divide-y divide-line border-line border-y">
          <Switch
            // The key starts the box anew with what was saved; otherwise it would keep the state of the first page.
            key={`orders-${showProductOrderApiKeys}`}
            id="showProductOrderApiKeys"
            label={words.showProductOrderApiKeys}
            hint={words.showProductOrderApiKeysHint}
            defaultChecked={showProductOrderApiKeys}
          />
          <Switch
            key={`master-${showMasterApiKey}`}
            id="showMasterApiKey"
            label={words.showMasterApiKey}
            hint={words.showMasterApiKeyHint}
            defaultChecked={showMasterApiKey}
          />
        </div>
      </fieldset>
      <div className="flex flex-wrap gap-3">
        <SubmitButton pendingText={words.saving}>{words.save}</SubmitButton>
        <Dialog
          trigger={words.preview}
          title={words.previewTitle}
          text={words.previewText}
          onOpen={() => setPreview(chosenIn(form.current))}
        >
          <KeysPreview {...preview} />
        </Dialog>
      </div>
    </form>
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
