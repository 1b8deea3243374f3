import type { StoreSettings } from '@/lib/settings/store-settings';
import { type TextKey, text } from '../_texts/text';
import { SAMPLE_KEY } from './sample-key';

/** What the articles say of this very store. */
export type HelpFacts = {
  storeUrl: string;
  settings: Pick<StoreSettings, 'downloadLinkDays' | 'renewalOfferDays' | 'renewablePeriodDays' | 'paymentGraceDays'>;
};

export type HelpArticle = {
  slug: string;
  group: 'bought' | 'developerKeys';
  title: string;
  summary: string;
  body: (facts: HelpFacts) => string;
};

/** Every help page, in the order in which somebody new would read them. The slug is its address below /help. */
export const helpArticles: readonly HelpArticle[] = [
  article('bought', 'find-keys', 'help.findTitle', 'help.findSummary', 'help.findBody'),
  article('bought', 'activate', 'help.activateTitle', 'help.activateSummary', 'help.activateBody'),
  article('bought', 'activation-limit', 'help.limitTitle', 'help.limitSummary', 'help.limitBody'),
  article('bought', 'renew', 'help.renewTitle', 'help.renewSummary', 'help.renewBody'),
  article('bought', 'downloads', 'help.downloadsTitle', 'help.downloadsSummary', 'help.downloadsBody'),
  article('bought', 'refunds', 'help.refundsTitle', 'help.refundsSummary', 'help.refundsBody'),
  article('bought', 'change-address', 'help.addressTitle', 'help.addressSummary', 'help.addressBody'),
  article('bought', 'keys-missing', 'help.missingTitle', 'help.missingSummary', 'help.missingBody'),
  article('developerKeys', 'api-keys', 'help.keysTitle', 'help.keysSummary', 'help.keysBody'),
  article('developerKeys', 'key-access', 'help.accessTitle', 'help.accessSummary', 'help.accessBody'),
  article('developerKeys', 'key-pairs', 'help.pairsTitle', 'help.pairsSummary', 'help.pairsBody'),
  article('developerKeys', 'key-rotation', 'help.rotationTitle', 'help.rotationSummary', 'help.rotationBody'),
  article('developerKeys', 'leaked-keys', 'help.leaksTitle', 'help.leaksSummary', 'help.leaksBody'),
  article('developerKeys', 'key-limits', 'help.limitsTitle', 'help.limitsSummary', 'help.limitsBody'),
  article('developerKeys', 'exports', 'help.exportsTitle', 'help.exportsSummary', 'help.exportsBody'),
];

function article(
  group: HelpArticle['group'],
  slug: string,
  ...[title, summary, body]: [title: TextKey, summary: TextKey, body: TextKey]
): HelpArticle {
  return {
    slug,
    group,
    title: text(title),
    summary: text(summary),
    body: ({ storeUrl, settings }) =>
      text(body, {
        store: storeUrl,
        sample: SAMPLE_KEY,
        linkLife: days(settings.downloadLinkDays),
        renewBefore: days(settings.renewalOfferDays),
        renewAfter: days(settings.renewablePeriodDays),
        grace: days(settings.paymentGraceDays),
      }),
  };
}

function days(count: number): string {
  return text('help.days', { count });
}
