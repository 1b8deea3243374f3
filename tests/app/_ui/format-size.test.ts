import { expect, test } from 'vitest';
import { formatSize } from '@/app/_ui/format-size';

test.each([
  [0, '0 bytes'],
  [1, '1 byte'],
  [999, '999 bytes'],
  [12_345, '12.3 kB'],
  [1_234_567, '1.2 MB'],
  [5_000_000_000_000, '5,000 GB'],
])('%i bytes are written %s', (bytes, written) => {
  expect(formatSize(bytes)).toBe(written);
});
