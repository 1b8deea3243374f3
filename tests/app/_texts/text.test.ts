import { expect, test } from 'vitest';
import { fillText } from '@/app/_texts/fill-text';
import { text } from '@/app/_texts/text';

test('a text is found by area and name', () => {
  expect(text('cart.emptyTitle')).toBe('Your cart is empty');
});

test('plurals follow the language, numbers are grouped', () => {
  expect(text('shop.activations', { count: 1 })).toBe('1 activation');
  expect(text('shop.activations', { count: 2500 })).toBe('2,500 activations');
});

test('a value that looks like a place is not filled a second time', () => {
  expect(fillText('{a} {b}', { a: '{b}', b: 'x' })).toBe('{b} x');
});

test('a place without a value stays readable instead of failing the page', () => {
  expect(fillText('Hello {name}')).toBe('Hello {name}');
});
