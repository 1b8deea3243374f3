import type { Double } from './double';
import { invoicePaymentsOf } from './find';
import { invalid } from './stripe-error';
import type { WireInvoice, WireSubscription } from './wire';

/** The object with the named references filled in; what the store does not ask for is refused, so that a typing error is noticed. */
export function expandWith(double: Double, subscription: WireSubscription, wanted: string[] = []): object {
  const { customers, invoices, paymentMethods } = double.state.facts;
  let expanded: object = subscription;
  for (const name of wanted) {
    switch (name) {
      case 'customer':
        expanded = { ...expanded, customer: customers[String(subscription.customer)] ?? null };
        break;
      case 'default_payment_method':
        expanded = {
          ...expanded,
          default_payment_method: paymentMethods[String(subscription.default_payment_method)] ?? null,
        };
        break;
      case 'latest_invoice':
        expanded = { ...expanded, latest_invoice: invoices[String(subscription.latest_invoice)] ?? null };
        break;
      default:
        throw cannot(name);
    }
  }
  return expanded;
}

const TOLD_LINES = 10;

/** An invoice tells its first lines, and its payments only when asked, as at Stripe. */
export function expandInvoice(double: Double, invoice: WireInvoice, wanted: string[] = []): object {
  const other = wanted.find((name) => name !== 'payments');
  if (other) throw cannot(other);
  const { lines } = invoice;
  const told = { ...lines, data: lines.data.slice(0, TOLD_LINES), has_more: lines.data.length > TOLD_LINES };
  if (wanted.length === 0) return { ...invoice, lines: told };
  const data = invoicePaymentsOf(double, invoice.id);
  return { ...invoice, lines: told, payments: { object: 'list', data, has_more: false, url: '/v1/invoice_payments' } };
}

function cannot(name: string) {
  return invalid(`This property cannot be expanded (${name}).`, 'expand');
}
