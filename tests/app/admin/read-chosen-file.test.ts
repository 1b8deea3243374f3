import { expect, test } from 'vitest';
import { readChosenFile } from '@/app/admin/products/_upload/read-chosen-file';

const good = { releaseId: 'r', fileName: 'a.zip', sizeBytes: 5, modifiedAt: 1_700_000_000_000, platform: '' };

test('what a browser says of a file is read', () => {
  expect(readChosenFile(good)).toEqual({ ...good, modifiedAt: new Date(1_700_000_000_000) });
});

test.each([
  [undefined],
  [null],
  ['a.zip'],
  [{}],
  [{ ...good, fileName: ['a.zip'] }],
  [{ ...good, sizeBytes: '5' }],
  [{ ...good, modifiedAt: Number.NaN }],
  [{ ...good, modifiedAt: 1e20 }],
  [{ ...good, platform: 1 }],
  [{ ...good, releaseId: { contains: '' } }],
])('%j is not a file', (given) => {
  expect(readChosenFile(given)).toBeUndefined();
});
