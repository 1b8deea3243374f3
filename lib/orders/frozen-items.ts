import { z } from 'zod';
import type { PricedLine } from '../catalog/price-cart';

const frozenItem = z.object({
  planId: z.uuid(),
  productId: z.uuid(),
  quantity: z.number().int().positive(),
  unitAmount: z.number().int().nonnegative(),
  currency: z.string(),
  title: z.string(),
  planName: z.string(),
  activationLimit: z.number().int().positive().nullable(),
  termDays: z.number().int().positive().nullable(),
  /** Missing in what was frozen before plans had an update right. */
  updateDays: z.number().int().positive().nullable().default(null),
  /** A further term of this right, instead of a right of its own. */
  renewsResourceId: z.uuid().nullable().default(null),
  /** What recurs: a subscription of the plan with this number. Null = paid once. */
  billingInterval: z.enum(['month', 'year']).nullable().optional(),
  planNumber: z.number().int().positive().nullable().optional(),
  /** Days that it costs nothing at first; null = it is paid at once. */
  trialDays: z.number().int().positive().nullable().optional(),
});

/** What is bought, at the price and on the terms of the moment Pay was pressed. */
export type FrozenItem = z.infer<typeof frozenItem>;

/** A line of the cart as it is kept: later edits of the plan do not reach it. `trialDays`: what this buyer is given. */
export function freezeLine({ plan, quantity }: PricedLine, trialDays: number | null = null): FrozenItem {
  return {
    planId: plan.id,
    productId: plan.product.id,
    quantity,
    unitAmount: plan.unitAmount,
    currency: plan.currency,
    title: plan.product.title,
    planName: plan.name,
    activationLimit: plan.activationLimit,
    termDays: plan.termDays,
    updateDays: plan.updateDays,
    renewsResourceId: null,
    billingInterval: plan.billingInterval,
    planNumber: plan.number,
    trialDays: plan.billingInterval === null ? null : trialDays,
  };
}

/** Reads the items of a checkout row; only this store writes them. */
export function readFrozenItems(json: unknown): FrozenItem[] {
  return z.array(frozenItem).min(1).parse(json);
}

/** Minor units that are due on the day of purchase, before discount and tax. */
export function dueToday(item: FrozenItem): number {
  return dueEachToday(item) * item.quantity;
}

/** The same for one unit: nothing for what begins with a free trial. */
export function dueEachToday({ unitAmount, trialDays }: FrozenItem): number {
  return trialDays ? 0 : unitAmount;
}

/** The same for all items. */
export function frozenSubtotal(items: FrozenItem[]): number {
  return items.reduce((sum, item) => sum + dueToday(item), 0);
}
