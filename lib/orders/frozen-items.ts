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
});

/** What is bought, at the price and on the terms of the moment Pay was pressed. */
export type FrozenItem = z.infer<typeof frozenItem>;

/** A line of the cart as it is kept: later edits of the plan do not reach it. */
export function freezeLine({ plan, quantity }: PricedLine): FrozenItem {
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
  };
}

/** Reads the items of a checkout row; only this store writes them. */
export function readFrozenItems(json: unknown): FrozenItem[] {
  return z.array(frozenItem).min(1).parse(json);
}

/** Minor units, before discount and tax. */
export function frozenSubtotal(items: FrozenItem[]): number {
  return items.reduce((sum, item) => sum + item.unitAmount * item.quantity, 0);
}
