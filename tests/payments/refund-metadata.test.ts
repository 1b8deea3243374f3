import { expect, test } from 'vitest';
import { readRefundMetadata, refundMetadata } from '@/lib/payments/refund-metadata';

const requestId = crypto.randomUUID();

test('what a refund of two hundred items says is read back exactly, within what Stripe takes', () => {
  const parts = Array.from({ length: 200 }, (_, position) => ({
    position,
    quantity: 99,
    amount: 99_999_999 - position,
  }));
  const metadata = refundMetadata(requestId, parts);
  const keys = Object.keys(metadata);
  expect(keys.length).toBeLessThanOrEqual(50);
  expect(Math.max(...keys.map((key) => key.length))).toBeLessThanOrEqual(40);
  expect(Math.max(...Object.values(metadata).map((value) => value.length))).toBeLessThanOrEqual(500);
  const quantities = parts.map(({ position, quantity }) => ({ position, quantity }));
  expect(readRefundMetadata(metadata)).toEqual({ requestId, parts, quantities });
});

test('money without units counts no unit', () => {
  const parts = [{ position: 3, quantity: 0, amount: 500 }];
  expect(readRefundMetadata(refundMetadata(requestId, parts))).toEqual({ requestId, parts, quantities: [] });
});

test('refunds made before parts were packed are read as ever', () => {
  const old = { request: requestId, item_0: '1', amount_0: '4900', item_2: '0', amount_2: '100' };
  expect(readRefundMetadata(old)).toEqual({
    requestId,
    parts: [
      { position: 0, quantity: 1, amount: 4_900 },
      { position: 2, quantity: 0, amount: 100 },
    ],
    quantities: [{ position: 0, quantity: 1 }],
  });
});

test('what people type in the dashboard is believed where it has the form, and passed over elsewhere', () => {
  const typed = { item_1: '2', item_x: '1', amount: '3', parts_0: 'all of it,1:x:2', parts_of: '0:1:5', item_7: '-1' };
  expect(readRefundMetadata(typed)).toEqual({ quantities: [{ position: 1, quantity: 2 }] });
  expect(readRefundMetadata(null)).toEqual({ quantities: [] });
});
