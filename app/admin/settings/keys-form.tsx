'use client';

import { useActionState, useState } from 'react';
import { admin as keyWords } from '../../_texts/en/admin';
import { settings as words } from '../../_texts/en/settings';
import { fillText } from '../../_texts/fill-text';
import { ErrorSummary } from '../../_ui/error-summary';
import { SubmitButton } from '../../_ui/submit-button';
import { Switch } from '../../_ui/switch';
import { saveSettings } from './actions';
import { KeyPreview } from './key-preview';
import { KEY_SWITCHES, type ShownKeys } from './key-visibility';
import type { KeysReach, ReachTexts } from './reach-texts';
import type { KeyPreviews } from './render-previews';
import { SavedNotice } from './saved-notice';
import type { SettingsAnswer } from './settings-answer';
import { SettingsSection } from './settings-section';

type KeysFormProps = { inForce: ShownKeys; previews: KeyPreviews; reach: ReachTexts; keysReach: KeysReach };

/**
 * The switches of key visibility, saved by themselves, with the customer's pages and mail as they would become. The preview
 * lies beside the form, not in it: the pages in it have forms of their own.
 */
export function KeysForm({ inForce, previews, reach, keysReach }: KeysFormProps) {
  const [shown, setShown] = useState(inForce);
  const [answer, action] = useActionState<SettingsAnswer, FormData>(saveSettings, { outcome: 'none' });
  const errors = answer.outcome === 'refused' ? answer.errors : [];
  const switchOf = (name: keyof ShownKeys, label: string, hint: string) => (
    <Switch
      id={name}
      label={label}
      hint={[hint, reach[name]].filter(Boolean).join(' ')}
      // Not `checked`: a form that was sent is set back to its defaults, and these follow the switch.
      defaultChecked={shown[name]}
      onChange={(event) => setShown({ ...shown, [name]: event.currentTarget.checked })}
      aria-invalid={errors.some(({ fieldId }) => fieldId === name) || undefined}
    />
  );
  return (
    <div className="flex flex-col gap-6">
      <form action={action} noValidate className="flex flex-col gap-4">
        <ErrorSummary title={words.errorTitle} errors={errors} />
        {KEY_SWITCHES.map((name) => (
          <input key={name} type="hidden" name={`shown.${name}`} value={inForce[name] ? 'on' : ''} />
        ))}
        <SettingsSection id="keys" title={keyWords.keysTitle} text={keyWords.keysText}>
          {switchOf('showProductOrderApiKeys', keyWords.showProductOrderApiKeys, keyWords.showProductOrderApiKeysHint)}
          {switchOf('showMasterApiKey', keyWords.showMasterApiKey, keyWords.showMasterApiKeyHint)}
          {switchOf('showAssociatedKeys', words.showAssociatedKeys, words.showAssociatedKeysHint)}
        </SettingsSection>
        <SavedNotice answer={answer} />
        <SubmitButton pendingText={words.savingKeys} className="self-start">
          {words.saveKeys}
        </SubmitButton>
      </form>
      <KeyPreview shown={shown} previews={previews} affected={affectedText(shown, inForce, keysReach)} />
    </div>
  );
}

function affectedText(shown: ShownKeys, inForce: ShownKeys, reach: KeysReach): string | undefined {
  const changed = KEY_SWITCHES.filter((name) => shown[name] !== inForce[name]);
  if (changed.length === 0) return undefined;
  const isOnlyAssociated = changed.every((name) => name === 'showAssociatedKeys');
  return fillText(words.previewChanged, { count: isOnlyAssociated ? reach.withAssociatedKeys : reach.customers });
}
