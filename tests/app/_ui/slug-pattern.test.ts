import { expect, test } from 'vitest';
import { slugPattern } from '@/app/_ui/slug-pattern';

test('the same slug has the same cover everywhere', () => {
  expect(slugPattern('acme-cli', 6)).toEqual(slugPattern('acme-cli', 6));
  expect(slugPattern('acme-cli', 6)).not.toEqual(slugPattern('acme-backup-pro', 6));
});

test.each(['', 'a', 'acme-cli', 'ünïcode-😀', 'x'.repeat(500)])('%j gives a key that could be cut', (slug) => {
  const { cuts, tint } = slugPattern(slug, 6);
  expect(cuts).toHaveLength(7);
  expect(cuts.every((depth) => depth >= 0 && depth <= 4)).toBe(true);
  expect(cuts.some((depth, index) => index > 0 && depth === cuts[index - 1])).toBe(false);
  expect(tint).toBeGreaterThanOrEqual(0);
  expect(tint).toBeLessThan(6);
});
