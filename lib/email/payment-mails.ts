import { formatMoney } from './format';
import type { MailContent } from './mail-content';
import type { OrderMailFacts } from './order-mail';

type PaymentFacts = Pick<OrderMailFacts, 'orderNumber' | 'currency' | 'totalAmount'>;

/** The order exists, but its money is still on the way (a bank debit, for example). */
export function awaitingPaymentMail(facts: PaymentFacts, links: { orderUrl: string }): MailContent {
  return {
    subject: `Your order ${facts.orderNumber} is waiting for its payment`,
    heading: 'We are waiting for your payment',
    blocks: [
      {
        kind: 'paragraph',
        text: `Order ${facts.orderNumber} over ${formatMoney(facts.totalAmount, facts.currency)} is on record. Your bank is still working on the payment, which can take a few days.`,
      },
      { kind: 'paragraph', text: 'As soon as the money arrives you get your keys by mail. You need not do anything.' },
    ],
    button: { label: 'View order', url: links.orderUrl },
    reason: 'You get this mail because you placed this order.',
  };
}

/** The payment did not come; nothing was charged and no key was issued. */
export function paymentFailedMail(facts: PaymentFacts, links: { storeUrl: string }): MailContent {
  return {
    subject: `The payment of your order ${facts.orderNumber} failed`,
    heading: 'Your payment did not go through',
    blocks: [
      {
        kind: 'paragraph',
        text: `The payment of ${formatMoney(facts.totalAmount, facts.currency)} for order ${facts.orderNumber} failed, so the order is cancelled. You were not charged.`,
      },
      { kind: 'paragraph', text: 'To buy it after all, place the order again, with another way to pay if you like.' },
    ],
    button: { label: 'Return to the store', url: links.storeUrl },
    reason: 'You get this mail because you placed this order.',
  };
}
