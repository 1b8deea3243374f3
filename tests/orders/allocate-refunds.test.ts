import fc from 'fast-check';
import { expect, test } from 'vitest';
import { allocateRefunds, type RefundableItem } from '@/lib/orders/allocate-refunds';

const backup: RefundableItem = { id: 'backup', position: 0, quantity: 3, totalAmount: 14_700 };
const cli: RefundableItem = { id: 'cli', position: 1, quantity: 1, totalAmount: 1_000 };
const refund = (amount: number, quantities: { position: number; quantity: number }[] = [], refundId = 'r') => ({
  refundId,
  amount,
  quantities,
});

test('all the money back gives back everything', () => {
  expect(allocateRefunds([backup, cli], [refund(15_700)])).toEqual([
    { refundId: 'r', orderItemId: 'backup', quantity: 3, amount: 14_700 },
    { refundId: 'r', orderItemId: 'cli', quantity: 1, amount: 1_000 },
  ]);
});

test('all the money back in several parts gives back everything', () => {
  const shares = allocateRefunds([backup, cli], [refund(200, [], 'a'), refund(15_500, [], 'b')]);
  expect(shares.reduce((sum, share) => sum + share.quantity, 0)).toBe(4);
});

test('the price of some units of one item gives back those units', () => {
  expect(allocateRefunds([backup, cli], [refund(9_800)])).toEqual([
    { refundId: 'r', orderItemId: 'backup', quantity: 2, amount: 9_800 },
  ]);
  expect(allocateRefunds([backup, cli], [refund(1_000)])).toMatchObject([{ orderItemId: 'cli', quantity: 1 }]);
});

test('any other amount is money only', () => {
  expect(allocateRefunds([backup, cli], [refund(700)])).toMatchObject([{ quantity: 0, amount: 700 }]);
  const twins = [backup, { ...backup, id: 'twin', position: 1 }];
  expect(allocateRefunds(twins, [refund(4_900)]).every((share) => share.quantity === 0)).toBe(true);
});

test('units that the refund names count, whatever its amount', () => {
  expect(allocateRefunds([backup, cli], [refund(100, [{ position: 0, quantity: 2 }])])).toEqual([
    { refundId: 'r', orderItemId: 'backup', quantity: 2, amount: 100 },
  ]);
  const twins = [backup, { ...backup, id: 'twin', position: 1 }];
  const named = allocateRefunds(twins, [refund(4_900, [{ position: 1, quantity: 1 }])]);
  expect(named).toEqual([{ refundId: 'r', orderItemId: 'twin', quantity: 1, amount: 4_900 }]);
});

test('units beyond what is left, and positions that are not there, are ignored', () => {
  const asked = [
    { position: 1, quantity: 5 },
    { position: 9, quantity: 1 },
  ];
  expect(allocateRefunds([backup, cli], [refund(1_000, asked)])).toMatchObject([{ orderItemId: 'cli', quantity: 1 }]);
});

test('rounded unit prices are still recognised', () => {
  const odd = { id: 'odd', position: 0, quantity: 3, totalAmount: 1_000 };
  for (const amount of [333, 334]) expect(allocateRefunds([odd], [refund(amount)])).toMatchObject([{ quantity: 1 }]);
});

test('whatever is refunded: no item gives back more units or money than it has, and the money adds up', () => {
  const item = fc.record({
    quantity: fc.integer({ min: 1, max: 9 }),
    totalAmount: fc.integer({ min: 0, max: 50_000 }),
  });
  const part = fc.record({ share: fc.double({ min: 0, max: 1, noNaN: true }), units: fc.integer({ min: 0, max: 4 }) });
  fc.assert(
    fc.property(fc.array(item, { minLength: 1, maxLength: 4 }), fc.array(part, { maxLength: 5 }), (facts, parts) => {
      const items = facts.map((fact, position) => ({ ...fact, position, id: `item${position}` }));
      let left = items.reduce((sum, { totalAmount }) => sum + totalAmount, 0);
      const refunds = parts.flatMap(({ share, units }, index) => {
        const amount = Math.floor(left * share);
        left -= amount;
        const quantities = units ? [{ position: index % items.length, quantity: units }] : [];
        return amount > 0 ? [{ refundId: `r${index}`, amount, quantities }] : [];
      });
      const shares = allocateRefunds(items, refunds);
      for (const each of items) {
        const own = shares.filter((share) => share.orderItemId === each.id);
        expect(own.reduce((sum, { quantity }) => sum + quantity, 0)).toBeLessThanOrEqual(each.quantity);
        expect(own.reduce((sum, { amount }) => sum + amount, 0)).toBeLessThanOrEqual(each.totalAmount);
      }
      for (const { refundId, amount } of refunds) {
        const own = shares.filter((share) => share.refundId === refundId);
        expect(own.reduce((sum, share) => sum + share.amount, 0)).toBe(amount);
      }
    }),
  );
});
