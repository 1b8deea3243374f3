import { SETTING_RANGES } from '@/lib/settings/setting-choices';
import type { SaveStoreSettingsResult, SettingName } from '@/lib/settings/store-settings';
import { keyAdmin as words } from '../../../_texts/en/key-admin';
import { fillText } from '../../../_texts/fill-text';
import type { SummaryError } from '../../../_ui/error-summary';
import { POLICY_CHOICES, POLICY_NUMBERS, type PolicyName } from './entered-policy';

/** What the page calls a setting. */
export function policyName(name: SettingName): string {
  return name === 'developerKeyKinds'
    ? words.kindsTitle
    : (words[name as Exclude<PolicyName, 'developerKeyKinds'>] ?? name); // the page changes no other
}

/** Why a policy was not saved, each reason with its field. */
export function policyErrors(result: Exclude<SaveStoreSettingsResult, { ok: true }>): SummaryError[] {
  const wrong = result.reason === 'setting_invalid' ? result.settings : [];
  return wrong.map((name) => ({ fieldId: name, message: messageOf(name) }));
}

function messageOf(name: SettingName): string {
  const number = POLICY_NUMBERS.find((one) => one === name);
  if (number) return fillText(words['error.range'], { name: words[number], ...SETTING_RANGES[number] });
  if (name === 'developerKeyKinds') return words['error.kinds'];
  if (POLICY_CHOICES.some((one) => one === name)) return fillText(words['error.choice'], { name: policyName(name) });
  return words['error.zone'];
}
