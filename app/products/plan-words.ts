import type { CatalogPlan } from '@/lib/catalog/catalog-product';
import { text } from '../_texts/text';

const YEAR = 365;

/** "3 activations", "Unlimited activations". */
export function limitWords(plan: Pick<CatalogPlan, 'activationLimit'>, quantity = 1): string {
  return plan.activationLimit === null
    ? text('shop.unlimited')
    : text('shop.activations', { count: plan.activationLimit * quantity });
}

/** "1 year of use and updates", "Yours for life, with updates". */
export function termWords({ termDays, billingInterval }: Pick<CatalogPlan, 'termDays' | 'billingInterval'>): string {
  if (billingInterval) return text('shop.whileSubscribed');
  if (termDays === null) return text('shop.updatesLifetime');
  const term =
    termDays % YEAR === 0
      ? text('shop.termYears', { count: termDays / YEAR })
      : text('shop.termDays', { count: termDays });
  return text('shop.updatesTerm', { term });
}

/** How often the price is paid. */
export function billingWords({ billingInterval }: Pick<CatalogPlan, 'billingInterval'>): string {
  if (billingInterval === null) return text('shop.once');
  return text(billingInterval === 'month' ? 'shop.perMonth' : 'shop.perYear');
}
