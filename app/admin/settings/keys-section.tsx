import { admin as keyWords } from '../../_texts/en/admin';
import { settings as words } from '../../_texts/en/settings';
import { Switch } from '../../_ui/switch';
import { type SectionProps, SettingsSection } from './settings-section';

/** Which keys customers see. */
export function KeysSection({ values, errorOf }: SectionProps) {
  const error = errorOf('showProductOrderApiKeys');
  return (
    <SettingsSection title={keyWords.keysTitle} text={keyWords.keysText}>
      <Switch
        id="showProductOrderApiKeys"
        label={keyWords.showProductOrderApiKeys}
        hint={keyWords.showProductOrderApiKeysHint}
        defaultChecked={values.showProductOrderApiKeys}
        aria-invalid={error ? true : undefined}
      />
      <Switch
        id="showMasterApiKey"
        label={keyWords.showMasterApiKey}
        hint={keyWords.showMasterApiKeyHint}
        defaultChecked={values.showMasterApiKey}
        aria-invalid={error ? true : undefined}
      />
      {error ? <p className="py-3 font-medium text-bad text-sm">{error}</p> : null}
      <Switch
        id="showAssociatedKeys"
        label={words.showAssociatedKeys}
        hint={words.showAssociatedKeysHint}
        defaultChecked={values.showAssociatedKeys}
      />
    </SettingsSection>
  );
}
