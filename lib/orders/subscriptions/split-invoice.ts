import type { InvoiceStanding } from '../../payments/subscription-standing';

export type ItemShare = {
  quantity: number;
  unitAmount: number;
  discountAmount: number;
  taxAmount: number;
  totalAmount: number;
};

type Sums = { subtotalAmount: number; discountAmount: number; taxAmount: number; totalAmount: number };

/**
 * A paid invoice as the amounts of an order and its items, one for each item of the subscription. What counts is the money
 * that was taken: credit of the customer that paid a part is a discount here, as it was earned when it came in.
 */
export function splitInvoice(
  invoice: InvoiceStanding,
  stripeItemIds: readonly (string | null)[],
  taxIsIncluded: boolean,
): { amounts: Sums; shares: ItemShare[] } {
  const lines = stripeItemIds.map((id) => invoice.lines.filter(({ itemId }) => itemId !== null && itemId === id));
  const net = lines.map((own) => Math.max(0, sum(own.map(({ amount }) => amount))));
  const totals = shareOut(invoice.paidAmount, net);
  const taxes = shareOut(Math.min(invoice.taxAmount, invoice.paidAmount), net);
  const shares = lines.map((own, index): ItemShare => {
    const [total, tax] = [totals[index] ?? 0, taxes[index] ?? 0];
    // An item that only got credit still took its part of what was paid for lines of no item.
    const before = Math.max(net[index] ?? 0, taxIsIncluded ? total : total - tax);
    const quantity = own.findLast(({ isProration }) => !isProration)?.quantity ?? own.at(-1)?.quantity ?? 1;
    return {
      quantity,
      unitAmount: Math.round(before / quantity),
      discountAmount: before + (taxIsIncluded ? 0 : tax) - total,
      taxAmount: tax,
      totalAmount: total,
    };
  });
  const subtotalAmount = sum(shares.map((share) => share.totalAmount + share.discountAmount)) - onTop(shares);
  return {
    amounts: {
      subtotalAmount,
      discountAmount: sum(shares.map(({ discountAmount }) => discountAmount)),
      taxAmount: sum(shares.map(({ taxAmount }) => taxAmount)),
      totalAmount: sum(shares.map(({ totalAmount }) => totalAmount)),
    },
    shares,
  };

  function onTop(all: ItemShare[]): number {
    return taxIsIncluded ? 0 : sum(all.map(({ taxAmount }) => taxAmount));
  }
}

/** An amount in whole minor units, shared out by weight; the last of those that weigh gets what rounding left. */
function shareOut(amount: number, weights: readonly number[]): number[] {
  const all = sum(weights);
  const effective = all > 0 ? weights : weights.map(() => 1);
  const whole = sum(effective);
  let [passed, given] = [0, 0];
  return effective.map((weight) => {
    passed += weight;
    const until = Math.round((amount * passed) / whole);
    const share = until - given;
    given = until;
    return share;
  });
}

function sum(list: readonly number[]): number {
  return list.reduce((total, amount) => total + amount, 0);
}
