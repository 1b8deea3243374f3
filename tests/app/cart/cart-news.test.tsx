import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { CartNews } from '@/app/cart/cart-news';
import { addCartLine, type CartLine } from '@/lib/catalog/cart-lines';
import { priceCart } from '@/lib/catalog/price-cart';
import { useDatabase } from '../../support/database';
import { aProduct, first } from '../../support/factories';

useDatabase();

async function cartWith(quantity: number) {
  const plan = first((await aProduct({ title: 'Backup' })).plans);
  const { lines } = await priceCart([{ planNumber: plan.number, quantity }]);
  return { lines, number: String(plan.number), said: `of Backup, ${plan.name}` };
}

test('a plan that was added is said to be in the cart', async () => {
  const { lines, number } = await cartWith(2);
  const html = renderToStaticMarkup(<CartNews lines={lines} added={number} limited={undefined} />);
  expect(html).toContain('is in your cart.');
  expect(html).not.toContain('No more than');
});

test('a quantity that was cut is said with the limit and with what the cart has', async () => {
  const { lines, number, said } = await cartWith(99);
  const html = renderToStaticMarkup(<CartNews lines={lines} added={undefined} limited={number} />);
  expect(html).toContain('No more than 99 of a plan can be ordered at once.');
  expect(html).toContain(`99 ${said}`);
  expect(html).toContain('role="status"');
});

test.each(['1', 'x', ''])('an address that names no full line of the cart (%j) says nothing', async (other) => {
  const { lines, number } = await cartWith(3);
  expect(renderToStaticMarkup(<CartNews lines={lines} added={other} limited={number} />)).toBe('');
});

test('a plan for which the cart has no room is said to have been left out', async () => {
  const { plans } = await aProduct({ plans: Array.from({ length: 21 }, (_, i) => ({ name: `Plan ${i}` })) });
  const wanted = plans.reduce<CartLine[]>(
    (cart, { number }) => addCartLine(cart, { planNumber: number, quantity: 1 }),
    [],
  );
  const { lines } = await priceCart(wanted);
  const html = renderToStaticMarkup(<CartNews lines={lines} added={undefined} limited={String(plans[20]?.number)} />);
  expect(html).toContain('room for 20 different plans');
});
