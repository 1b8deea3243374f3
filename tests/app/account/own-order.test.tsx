import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { BuyAgain } from '@/app/account/orders/[id]/buy-again';
import { OrderSteps } from '@/app/account/orders/[id]/order-steps';
import { readOrder } from '@/lib/orders/read-order';
import { buy, paymentIntentOf, useShop } from '../../orders/support';
import { present } from '../../payments/support';
import { useDatabase } from '../../support/database';

useDatabase();
const shop = useShop();

const wordsOf = (page: React.ReactNode) =>
  renderToStaticMarkup(page)
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

/** What the steps of an order say, without their days. */
async function stepsOf(order: { id: string; customerId: string }): Promise<string[]> {
  const view = present(await readOrder({ customerId: order.customerId, orderId: order.id }));
  const html = renderToStaticMarkup(<OrderSteps order={view} />);
  return [...html.matchAll(/<li[\s\S]*?<\/li>/g)].map(([step]) =>
    step.replace(/<time[\s\S]*?<\/time>/, '').replace(/<[^>]+>/g, ''),
  );
}

test('the steps of an order tell that it was placed and paid, that its keys are made, and what went back', async () => {
  const bought = await buy(shop);
  const order = present(bought.order);
  expect(await stepsOf(order)).toEqual(['Placed', 'Paid', 'Keys made']);
  const payment_intent = await paymentIntentOf(shop, bought.sessionId);
  await shop.payments.stripe.refunds.create({ payment_intent, amount: 4_900, metadata: { item_0: '1' } });
  await shop.payments.double.settle();
  expect(await stepsOf(order)).toEqual(['Placed', 'Paid', 'Keys made', 'Refunded $49.00']);
});

test('an order whose money is on the way says that it waits, and none of its keys is promised', async () => {
  const { order } = await buy(shop, {}, ['later']);
  expect(await stepsOf(present(order))).toEqual(['Placed', 'Waiting for payment']);
});

test('buying again names what is not sold any more, and offers no button where nothing is', () => {
  const gone = [{ productTitle: 'Acme CLI', planName: 'Team' }];
  const some = <BuyAgain orderId="o" offer={{ lines: [{ planNumber: 1, quantity: 1 }], gone }} />;
  expect(wordsOf(some)).toMatch(/^Buy again .*No longer sold: Acme CLI, Team\./);
  expect(wordsOf(<BuyAgain orderId="o" offer={{ lines: [], gone }} />)).toBe(
    'Nothing of this order is sold any more: Acme CLI, Team.',
  );
});
