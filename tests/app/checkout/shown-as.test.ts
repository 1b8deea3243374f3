import { expect, test } from 'vitest';
import { checkout } from '@/app/_texts/en/checkout';
import { type Changed, changedSince, shownAs } from '@/app/checkout/shown-as';

const [ada, bob] = [{ id: 'b6e0c1a4-0000-4000-8000-000000000001' }, { id: 'b6e0c1a4-0000-4000-8000-000000000002' }];

test.each([
  ['a guest who still is one', undefined, undefined, undefined],
  ['a customer who still is signed in', ada, ada, undefined],
  ['a customer whose session has ended', ada, undefined, 'signed_out'],
  ['a guest who signed in meanwhile', undefined, ada, 'signed_in'],
  ['a customer who signed in as somebody else', ada, bob, 'signed_in'],
] as const)('Pay goes on only for whom the form was shown to: %s', (_who, before, now, changed) => {
  expect(changedSince(shownAs(before), now)).toBe(changed);
});

test.each([undefined, ada])('a form that does not say whom it was shown to is shown afresh', (viewer) => {
  expect(changedSince('', viewer)).toBe('form_outdated');
});

test.each(['signed_out', 'signed_in', 'form_outdated'] satisfies Changed[])('%s is said as what it did', (changed) => {
  expect(checkout[`notice.${changed}`]).toContain('nothing was ordered');
});
