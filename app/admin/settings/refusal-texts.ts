import { plainAddress } from '@/lib/settings/plain-address';
import { LONGEST_LINES, MOST_ADDRESSES, SETTING_RANGES } from '@/lib/settings/setting-choices';
import type { SaveStoreSettingsResult, SettingName, StoreSettingsPatch } from '@/lib/settings/store-settings';
import { admin as keyWords } from '../../_texts/en/admin';
import { dropbox as dropboxWords } from '../../_texts/en/dropbox';
import { settings as words } from '../../_texts/en/settings';
import { fillText } from '../../_texts/fill-text';
import type { SummaryError } from '../../_ui/error-summary';
import { addressesIn, type EnteredSettings, LINES, NUMBERS } from './entered-settings';

type Refused = Extract<SaveStoreSettingsResult, { ok: false }>;

/** What is wrong and what to do, for each field of the page that was refused. */
export function refusalTexts(refused: Refused, entered: EnteredSettings): SummaryError[] {
  if (refused.reason === 'both_keys_hidden') {
    return [{ fieldId: 'showProductOrderApiKeys', message: words.errorBothHidden }];
  }
  return refused.settings.map((name) => ({ fieldId: name, message: textFor(name, entered) }));
}

function textFor(name: SettingName, entered: EnteredSettings): string {
  const number = NUMBERS.find((one) => one === name);
  if (number) return fillText(words.errorNumber, { name: words[number], ...SETTING_RANGES[number] });
  if (name === 'trustedSources') {
    const wrong = addressesIn(entered).find((address) => plainAddress(address) === undefined);
    if (wrong === undefined) return fillText(words.errorTooMany, { most: MOST_ADDRESSES });
    return fillText(words.errorAddress, { address: wrong.slice(0, 80) });
  }
  if (name === 'dropboxAppKey') return dropboxWords.errorKey;
  if (name === 'supportAddress') return words.errorSupportAddress;
  const line = LINES.find((one) => one === name);
  if (line) return fillText(words.errorLine, { name: words[line], most: LONGEST_LINES[line] });
  return fillText(words.errorChoice, { name: nameOf(name) });
}

/** The changed settings by the names the page shows. */
export function namesOf(patch: StoreSettingsPatch): string[] {
  return Object.keys(patch).map(nameOf);
}

function nameOf(name: string): string {
  const known: Record<string, unknown> = { ...keyWords, ...dropboxWords, ...words };
  const found = known[name];
  return typeof found === 'string' ? found : name;
}
