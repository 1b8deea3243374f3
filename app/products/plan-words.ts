import type { CatalogPlan } from '@/lib/catalog/catalog-product';
import { text } from '../_texts/text';

const YEAR = 365;

/** "3 activations", "Unlimited activations". */
export function limitWords(plan: Pick<CatalogPlan, 'activationLimit'>, quantity = 1): string {
  return plan.activationLimit === null
    ? text('shop.unlimited')
    : text('shop.activations', { count: plan.activationLimit * quantity });
}

/** "1 year of use and updates", "Yours for life, with updates", "Yours for life, updates for 1 year". */
export function termWords(plan: Pick<CatalogPlan, 'termDays' | 'updateDays' | 'billingInterval'>): string {
  const { termDays, updateDays, billingInterval } = plan;
  if (billingInterval) return text('shop.whileSubscribed');
  const updatesEndFirst = updateDays !== null && (termDays === null || updateDays < termDays);
  const updates = updatesEndFirst ? daysWords(updateDays) : '';
  if (termDays === null) {
    return updatesEndFirst ? text('shop.lifetimeUpdatesFor', { updates }) : text('shop.updatesLifetime');
  }
  const term = daysWords(termDays);
  return updatesEndFirst ? text('shop.termUpdatesFor', { term, updates }) : text('shop.updatesTerm', { term });
}

/** What the price buys, in one line: "3 activations · 1 year of use and updates". */
export function includedWords(plan: Parameters<typeof limitWords>[0] & Parameters<typeof termWords>[0]): string {
  return [limitWords(plan), termWords(plan)].join(' · ');
}

function daysWords(days: number): string {
  return days % YEAR === 0 ? text('shop.termYears', { count: days / YEAR }) : text('shop.termDays', { count: days });
}

/** How often the price is paid. */
export function billingWords({ billingInterval }: Pick<CatalogPlan, 'billingInterval'>): string {
  if (billingInterval === null) return text('shop.once');
  return text(billingInterval === 'month' ? 'shop.perMonth' : 'shop.perYear');
}
