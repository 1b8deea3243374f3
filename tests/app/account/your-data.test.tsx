import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { fileResponse } from '@/app/_shell/file-response';
import { DeleteSection } from '@/app/account/data/delete-section';
import type { Obstacle } from '@/lib/personal-data/find-obstacles';

const stopping = { licences: 3, activations: 7, developerKeys: 0, orders: 2 };
const section = (facts: Partial<Parameters<typeof DeleteSection>[0]> = {}) =>
  renderToStaticMarkup(
    <DeleteSection email="ada@example.test" stopping={stopping} obstacles={[]} {...facts}>
      {facts.children ?? null}
    </DeleteSection>,
  );

test('it says what stops and what is kept, and sends the number of licences that it showed', () => {
  const html = section();
  for (const said of ['3 licences with their keys', '7 activations', '2 paid orders', 'Ask Stripe about those']) {
    expect(html).toContain(said);
  }
  expect(html).not.toContain('developer key');
  expect(html).toContain('<input type="hidden" name="licences" value="3"/>');
  expect(html).toContain('Type your address to confirm: ada@example.test');
});

test('what has to be settled first stands in the place of the form, each with the way there', () => {
  const obstacles: Obstacle[] = [
    { kind: 'administrator' },
    { kind: 'subscription_renews', id: 's1', number: 1, productTitle: 'Acme Sync' },
    { kind: 'invoice_owed', id: 's2', number: 2, productTitle: 'Acme Forms' },
    { kind: 'payment_open', payUrl: 'https://pay.example/1', until: new Date('2026-11-24T10:00:00Z') },
    { kind: 'payment_unsettled', orderId: 'o1', orderNumber: 1007 },
  ];
  const html = section({ obstacles });
  for (const said of [
    'page Team',
    'Acme Sync still renews',
    'Acme Forms is not paid',
    'order 1007',
    'Close payment page',
  ]) {
    expect(html).toContain(said);
  }
  for (const href of ['/account/subscriptions', 'https://pay.example/1', '/account/orders/o1']) {
    expect(html).toContain(`href="${href}"`);
  }
  expect(html).not.toContain('Delete account');
});

test('without a fresh proof of who is there the form is not shown', () => {
  const html = section({ children: <p>Prove it</p> });
  expect(html).toContain('Prove it');
  expect(html).not.toContain('Delete account');
});

test('the file is an attachment that nothing keeps, written piece by piece until its reader leaves', async () => {
  let [written, ended] = [0, false];
  async function* pieces() {
    try {
      for (;;) yield `${written++}`;
    } finally {
      ended = true;
    }
  }
  const { headers, body } = fileResponse({
    file: 'my-data-2026-11-23.json',
    contentType: 'application/json',
    chunks: pieces(),
  });
  expect(headers.get('cache-control')).toContain('no-store');
  expect(headers.get('content-disposition')).toBe('attachment; filename="my-data-2026-11-23.json"');
  const reader = body?.getReader();
  await reader?.read();
  expect(written).toBeLessThan(4);
  await reader?.cancel();
  expect(ended).toBe(true);
});
