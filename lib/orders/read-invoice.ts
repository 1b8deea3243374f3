import { db, type Prisma } from '../db/client';
import { isUuid } from '../db/uuid';
import { readTaxLines, type TaxLine } from '../payments/invoice-facts';
import { storeFacts } from '../settings/store-facts';
import { readStoreSettings } from '../settings/store-settings';
import { type Seller, sellerOf, sellerOfOrder } from './frozen-seller';
import { readFrozenTax } from './frozen-tax';

/** What an invoice says. All amounts are minor units of `currency`; the lines add up to `subtotalAmount`. */
export type Invoice = {
  orderId: string;
  orderNumber: number;
  /** The seller's prefix and the number of the order: given once, never changed, never used again. */
  number: string;
  /** When the order was paid. */
  issuedAt: Date;
  currency: string;
  seller: Seller;
  /** `email` is empty once the account was deleted. */
  buyer: { name: string | null; company: string | null; vatId: string | null; address: string | null; email: string };
  lines: InvoiceLine[];
  subtotalAmount: number;
  discount: { amount: number; code: string | null } | undefined;
  /** By rate; one line without a rate for a tax that was noted by hand. They add up to the tax of the order. */
  taxes: TaxLine[];
  /** The tax lies within the prices, so it is not added to the total. */
  taxIsIncluded: boolean;
  totalAmount: number;
  payments: { id: string; at: Date; amount: number; by: 'stripe' | 'outside'; reference: string | null }[];
  /** What went back, also while the bank still works on it. Each is a credit against this invoice. */
  refunds: { id: string; at: Date; amount: number; isPending: boolean }[];
  /** Total less refunds. */
  keptAmount: number;
  /** Stripe sold it in its own name (Managed Payments): its document is the invoice, this one an overview. */
  soldByStripe: boolean;
  /** Play money. */
  isDemo: boolean;
};

export type InvoiceLine = {
  id: string;
  title: string;
  planName: string;
  quantity: number;
  unitAmount: number;
  amount: number;
  /** It began with so many free days; null = without a trial. */
  trialDays: number | null;
};

type Which = { orderId: string } | { orderNumber: number };

/**
 * The invoice of a paid order, also of a renewal, which is an order of its own. `customerId` limits it to that person's;
 * undefined: not theirs, not there, or not paid yet, since nothing is owed before.
 */
export async function readInvoice(which: Which & { customerId?: string }): Promise<Invoice | undefined> {
  const found = whereOf(which);
  if (!found) return undefined;
  const order = await db().order.findFirst({
    where: { ...found, ...(which.customerId ? { customerId: which.customerId } : {}), paidAt: { not: null } },
    include: withInvoice,
  });
  if (!order) return undefined;
  return toInvoice(order, sellerOf(await readStoreSettings()));
}

const MAX_NUMBER = 2_147_483_647;

function whereOf(which: Which): { id: string } | { number: number } | undefined {
  if ('orderId' in which) return isUuid(which.orderId) ? { id: which.orderId } : undefined;
  const { orderNumber: number } = which;
  return Number.isInteger(number) && number > 0 && number <= MAX_NUMBER ? { number } : undefined;
}

const withInvoice = {
  customer: { select: { email: true, name: true, deletedAt: true } },
  checkout: { select: { tax: true } },
  items: { orderBy: { position: 'asc' } },
  payments: { where: { status: 'succeeded' }, orderBy: { createdAt: 'asc' } },
  refunds: { where: { status: { not: 'failed' } }, orderBy: { createdAt: 'asc' } },
} satisfies Prisma.OrderInclude;

type OrderRow = Prisma.OrderGetPayload<{ include: typeof withInvoice }>;

function toInvoice(order: OrderRow, today: Seller): Invoice {
  const seller = sellerOfOrder(order.seller, today);
  const { discountAmount, subtotalAmount } = order;
  return {
    orderId: order.id,
    orderNumber: order.number,
    number: `${seller.prefix}${order.number}`,
    issuedAt: order.paidAt ?? order.placedAt,
    currency: order.currency,
    seller,
    buyer: {
      name: order.buyerName ?? order.customer.name,
      company: order.company,
      vatId: order.vatId,
      address: order.buyerAddress,
      email: order.customer.deletedAt ? '' : order.customer.email,
    },
    lines: order.items.map(lineOf),
    subtotalAmount,
    discount: discountAmount > 0 ? { amount: discountAmount, code: order.discountCode } : undefined,
    taxes: taxesOf(order),
    taxIsIncluded: order.taxIsIncluded,
    totalAmount: order.totalAmount,
    payments: order.payments.filter(({ amount }) => amount > 0).map(paymentOf),
    refunds: order.refunds.map(({ id, createdAt, amount, status }) => ({
      id,
      at: createdAt,
      amount,
      isPending: status === 'pending',
    })),
    keptAmount: order.totalAmount - order.refunds.reduce((sum, { amount }) => sum + amount, 0),
    soldByStripe: readFrozenTax(order.checkout?.tax)?.rule === 'managed_payments',
    isDemo: storeFacts().isDemoPayments,
  };
}

function lineOf(item: OrderRow['items'][number]): InvoiceLine {
  const { id, productTitle, planName, quantity, unitAmount, trialDays } = item;
  return { id, title: productTitle, planName, quantity, unitAmount, amount: unitAmount * quantity, trialDays };
}

function paymentOf({ id, paidAt, createdAt, amount, stripePaymentIntentId, reference }: OrderRow['payments'][number]) {
  const by = stripePaymentIntentId === null ? ('outside' as const) : ('stripe' as const);
  return { id, at: paidAt ?? createdAt, amount, by, reference };
}

function taxesOf({ taxes, taxAmount }: OrderRow): TaxLine[] {
  const told = readTaxLines(taxes);
  if (told.length > 0 || taxAmount === 0) return told;
  return [{ name: '', percentage: null, country: null, amount: taxAmount, taxableAmount: null, why: null }];
}
