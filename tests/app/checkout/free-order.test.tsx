import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { CheckoutForm } from '@/app/checkout/checkout-form';

const shown = { formToken: 'token', shownTo: 'guest', amount: '$0.00', customerEmail: undefined };
const wordsOf = (free: 'trial' | 'always' | undefined, amount = '$0.00') =>
  renderToStaticMarkup(<CheckoutForm {...shown} amount={amount} free={free} />).replace(/<[^>]+>/g, ' ');

test('what costs nothing is not called a payment', () => {
  expect(wordsOf('always')).toContain('Get it free');
  expect(wordsOf('always')).toContain('Nothing is charged.');
  expect(wordsOf('always')).not.toMatch(/Pay \$|You pay/);
});

test('a trial and a price say that and how it is paid', () => {
  expect(wordsOf('trial')).toContain('Start the free trial');
  expect(wordsOf(undefined, '$49.00')).toContain('Pay $49.00');
  for (const words of [wordsOf('trial'), wordsOf(undefined, '$49.00')]) {
    expect(words).toContain('You pay on a separate, secured page.');
  }
});
