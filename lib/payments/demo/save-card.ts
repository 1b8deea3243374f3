import type Stripe from 'stripe';
import type { Double } from './double';

/** The customer may be charged with this card from now on. */
export function attachCard(
  double: Double,
  customer: Stripe.Customer,
  method: Stripe.PaymentMethod,
): Stripe.PaymentMethod {
  if (method.customer === customer.id) return method;
  method.customer = customer.id;
  double.announce('payment_method.attached', method);
  return method;
}

/** The card that the customer's subscriptions are charged to. */
export function setDefaultCard(double: Double, customer: Stripe.Customer, method: Stripe.PaymentMethod): void {
  attachCard(double, customer, method);
  customer.invoice_settings.default_payment_method = method.id;
  double.announce('customer.updated', customer);
}
