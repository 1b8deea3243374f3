import { now } from '../clock';
import type { CartLine } from './cart-lines';
import { type FoundPlan, findPlans } from './find-plans';

export type PricedLine = { plan: FoundPlan; quantity: number /** Minor units. */; amount: number };

export type PricedCart = {
  lines: PricedLine[];
  /** Plan numbers in the cart that nothing is sold under any more. */
  goneNumbers: number[];
  /** Minor units of `currency`; without tax and promotion, which the payment page adds. */
  subtotal: number;
  currency: string;
  /** Why this cart cannot be paid in one go; undefined when it can. */
  obstacle: 'mixed_currencies' | 'mixed_intervals' | undefined;
};

/** The cart with today's plans and prices from the catalogue; of the browser only numbers and quantities are believed. */
export async function priceCart(lines: readonly CartLine[], at: Date = now()): Promise<PricedCart> {
  const plans = await findPlans(
    lines.map((line) => line.planNumber),
    at,
  );
  const byNumber = new Map(plans.map((plan) => [plan.number, plan]));
  const priced = lines.flatMap(({ planNumber, quantity }) => {
    const plan = byNumber.get(planNumber);
    return plan ? [{ plan, quantity, amount: plan.unitAmount * quantity }] : [];
  });
  const goneNumbers = lines.map((line) => line.planNumber).filter((number) => !byNumber.has(number));
  const subtotal = priced.reduce((sum, line) => sum + line.amount, 0);
  return {
    lines: priced,
    goneNumbers,
    subtotal,
    currency: priced[0]?.plan.currency ?? 'usd',
    obstacle: obstacleOf(priced),
  };
}

function obstacleOf(lines: readonly PricedLine[]): PricedCart['obstacle'] {
  if (new Set(lines.map((line) => line.plan.currency)).size > 1) return 'mixed_currencies';
  // What is paid once may stand beside a subscription; two rhythms make no one bill.
  const intervals = lines.flatMap(({ plan }) => (plan.billingInterval === null ? [] : [plan.billingInterval]));
  if (new Set(intervals).size > 1) return 'mixed_intervals';
  return undefined;
}
