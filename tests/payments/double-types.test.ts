import { expect, test } from 'vitest';
import { typeFaults } from '@/tests/support/type-faults';

const WRONG = `import type Stripe from 'stripe';
export const status: Stripe.Checkout.Session.Status = 'paid_in_shells';
export const intent: Pick<Stripe.PaymentIntent, 'id' | 'amount'> = { id: 'pi_1', ammount: 1 };
`;

test('every object of the double has Stripe’s fields and only values that Stripe knows', { timeout: 120_000 }, () => {
  const faults = typeFaults({
    include: ['lib/payments/demo/**/*.ts', 'wrong-for-the-test.ts'],
    folders: ['lib', 'node_modules/stripe/esm'],
    // Every enum of the SDK closed: a value that Stripe does not know is an error then.
    changes: {
      'node_modules/stripe/esm/shared.d.ts': (text) =>
        text.replace('export type OtherString = string & Record<never, never>;', 'export type OtherString = never;'),
    },
    added: { 'wrong-for-the-test.ts': WRONG },
    paths: { stripe: ['./changed/stripe/esm/stripe.esm.node.d.ts'] },
  });
  // The two faults put in on purpose are found, which shows that the check sees; in the double is none.
  const found = faults.filter(({ file }) => /^(lib\/payments\/demo\/|wrong)/.test(file));
  expect(found.map(({ file }) => file)).toEqual(['wrong-for-the-test.ts', 'wrong-for-the-test.ts']);
});
