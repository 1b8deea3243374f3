import { z } from 'zod';
import { type Invoice, readInvoice } from '../../../../../orders/read-invoice';
import { operation } from '../../operation';
import { isoOf, notFound, numberPath, told } from '../shop-fields';

const invoiceSchema = z
  .object({
    number: z.string(),
    order_number: z.int(),
    issued_at: told,
    currency: z.string(),
    seller: z.object({ name: z.string(), address: z.string(), vat_id: z.string(), note: z.string() }),
    buyer: z.object({
      name: z.string().nullable(),
      company: z.string().nullable(),
      vat_id: z.string().nullable(),
      address: z.string().nullable(),
      email: z.string(),
    }),
    lines: z.array(
      z.object({ product: z.string(), plan: z.string(), quantity: z.int(), unit_amount: z.int(), amount: z.int() }),
    ),
    subtotal_amount: z.int(),
    discount_amount: z.int(),
    discount_code: z.string().nullable(),
    taxes: z.array(
      z.object({
        name: z.string(),
        percentage: z.string().nullable(),
        country: z.string().nullable(),
        amount: z.int(),
        taxable_amount: z.int().nullable(),
        reason: z.string().nullable(),
      }),
    ),
    tax_is_included: z.boolean(),
    total_amount: z.int(),
    payments: z.array(
      z.object({ paid_at: told, amount: z.int(), by: z.enum(['stripe', 'outside']), reference: z.string().nullable() }),
    ),
    credits: z.array(z.object({ created_at: told, amount: z.int(), is_pending: z.boolean() })),
    kept_amount: z.int(),
    sold_by_stripe: z.boolean(),
    is_demo: z.boolean(),
  })
  .meta({ id: 'Invoice' });

/** The invoice of one of the caller's own orders. */
export const readOwnInvoice = operation({
  id: 'orders.read_invoice',
  area: 'orders',
  access: 'read',
  audience: 'owner',
  method: 'GET',
  path: '/orders/{number}/invoice',
  summary: 'Read the invoice of one of your own orders, once it is paid.',
  refusals: ['not_found'],
  pathSchema: numberPath,
  answerSchema: invoiceSchema,
  handle: async ({ caller, path }) => {
    const invoice = await readInvoice({ customerId: caller.customerId, orderNumber: path.number });
    return invoice ? { ok: true, body: presentInvoice(invoice) } : notFound;
  },
});

/** The invoice of any order. */
export const readInvoiceOperation = operation({
  id: 'orders.admin_read_invoice',
  area: 'orders',
  access: 'read',
  audience: 'admin',
  method: 'GET',
  path: '/admin/orders/{number}/invoice',
  summary: 'Read the invoice of an order, once it is paid.',
  refusals: ['not_found'],
  pathSchema: numberPath,
  answerSchema: invoiceSchema,
  handle: async ({ path }) => {
    const invoice = await readInvoice({ orderNumber: path.number });
    return invoice ? { ok: true, body: presentInvoice(invoice) } : notFound;
  },
});

function presentInvoice(invoice: Invoice): z.input<typeof invoiceSchema> {
  const { seller, buyer, discount } = invoice;
  return {
    number: invoice.number,
    order_number: invoice.orderNumber,
    issued_at: isoOf(invoice.issuedAt),
    currency: invoice.currency,
    seller: { name: seller.name, address: seller.address, vat_id: seller.vatId, note: seller.note },
    buyer: {
      name: buyer.name,
      company: buyer.company,
      vat_id: buyer.vatId,
      address: buyer.address,
      email: buyer.email,
    },
    lines: invoice.lines.map(({ title, planName, quantity, unitAmount, amount }) => ({
      product: title,
      plan: planName,
      quantity,
      unit_amount: unitAmount,
      amount,
    })),
    subtotal_amount: invoice.subtotalAmount,
    discount_amount: discount?.amount ?? 0,
    discount_code: discount?.code ?? null,
    taxes: invoice.taxes.map(({ taxableAmount, why, ...tax }) => ({
      ...tax,
      taxable_amount: taxableAmount,
      reason: why,
    })),
    tax_is_included: invoice.taxIsIncluded,
    total_amount: invoice.totalAmount,
    payments: invoice.payments.map(({ at, amount, by, reference }) => ({ paid_at: isoOf(at), amount, by, reference })),
    credits: invoice.refunds.map(({ at, amount, isPending }) => ({
      created_at: isoOf(at),
      amount,
      is_pending: isPending,
    })),
    kept_amount: invoice.keptAmount,
    sold_by_stripe: invoice.soldByStripe,
    is_demo: invoice.isDemo,
  };
}
