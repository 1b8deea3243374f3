import { now } from '@/lib/clock';
import { countDropboxConnections } from '@/lib/downloads/count-dropbox-connections';
import { countSettingsReach } from '@/lib/licensing/count-reach';
import type { SettingName } from '@/lib/settings/store-settings';
import { settings as words } from '../../_texts/en/settings';
import { fillText } from '../../_texts/fill-text';

/** How many each setting affects today, in a sentence; a setting that nobody can be counted for is not in it. */
export type ReachTexts = Partial<Record<SettingName, string>>;

/** Whom saving key visibility would reach. */
export type KeysReach = { customers: ReachCount; withAssociatedKeys: ReachCount };

/** A number for a text: beyond what is counted, words. */
export type ReachCount = number | string;

const LIMIT = 10_000;

/** Counts once for the whole page. */
export async function readReach(): Promise<{ texts: ReachTexts; keys: KeysReach }> {
  const [reach, dropboxes] = await Promise.all([countSettingsReach(now()), countDropboxConnections()]);
  const say = (name: ReachWord, count: number) => fillText(words[`reach.${name}`], { count: asText(count) });
  const software = say('software', reach.activations);
  const keys = say('keys', reach.customersWithKeys);
  const texts = {
    showProductOrderApiKeys: keys,
    showMasterApiKey: keys,
    downloadLinkDays: keys,
    showAssociatedKeys: say('associated', reach.customersWithAssociatedKeys),
    messageProfile: software,
    strictReactivation: software,
    publicVersionInfo: software,
    sendApiResourceData: software,
    trustedSources: software,
    paymentGraceDays: say('subscribers', reach.subscribers),
    manualRenewal: say('term', reach.customersWithTerm),
    renewalOfferDays: say('term', reach.customersWithTerm),
    renewablePeriodDays: say('pastTerm', reach.customersPastTerm),
    dropboxAppKey: say('dropbox', dropboxes),
  };
  const { customersWithKeys, customersWithAssociatedKeys } = reach;
  return {
    texts,
    keys: { customers: asText(customersWithKeys), withAssociatedKeys: asText(customersWithAssociatedKeys) },
  };
}

type ReachWord = 'keys' | 'associated' | 'software' | 'subscribers' | 'term' | 'pastTerm' | 'dropbox';

function asText(count: number): ReachCount {
  return count > LIMIT ? fillText(words.reachMore, { limit: LIMIT }) : count;
}
