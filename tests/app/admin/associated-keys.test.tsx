import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { formFileText } from '@/app/_shell/form-file';
import { CheckResult } from '@/app/admin/associated-keys/[number]/check-result';
import { shownReport } from '@/app/admin/associated-keys/[number]/stock-answer';
import { groupRows } from '@/app/admin/associated-keys/group-rows';
import { checkAssociatedKeys } from '@/lib/licensing/add-associated-keys';
import { useDatabase } from '../../support/database';
import { aProduct } from '../../support/factories';

useDatabase();

test('ten thousand rows with the same note are one entry, and what is cut off is counted', () => {
  const same = Array.from({ length: 10_000 }, (_, i) => ({ line: i + 2, note: 'key_taken', hint: '…' }));
  expect(groupRows(same)).toEqual({ groups: [{ from: 2, to: 10_001, note: 'key_taken', hint: '…' }], more: 0 });
  const apart = same.filter(({ line }) => line % 2 === 0);
  expect(groupRows(apart, 10)).toMatchObject({ groups: { length: 10 }, more: 4_990 });
});

test('the result of a check names every row that is left out and why, and no key reaches the browser', async () => {
  const { id: productId } = await aProduct();
  const [good, weak] = ['b9dc04e1f5a27c6688d13f40a7e2c95b10ff6a53', 'let-me-in-please'];
  const text = `key,product\n${good},\n${good},\n${weak},\n${'x'.repeat(191)},\nsomewhere-else,99999999\n`;
  const checked = await checkAssociatedKeys({ productId, text });
  if (!checked.ok) throw new Error(checked.reason);
  const report = shownReport(checked.report);
  const html = renderToStaticMarkup(<CheckResult report={report} />);
  const words = html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
  expect(words).toContain('5 rows read, 2 can be added, 3 are left out. Read as CSV.');
  expect(words).toMatch(/3 Key …6a53 Why The same key stands further up in the list\./);
  expect(words).toMatch(/5 Key …xxxx Why Longer than 190 characters\./);
  expect(words).toMatch(/6 Key …else Why No product or plan has this number\./);
  expect(words).toMatch(/4 Key …ease Why Can be guessed/);
  expect(html + JSON.stringify(report)).not.toMatch(new RegExp(`${good}|${weak}|somewhere-else`));
});

test('an uploaded file is read as UTF-8 or not at all', async () => {
  const upload = async (bytes: Uint8Array<ArrayBuffer>) => {
    const form = new FormData();
    form.set('file', new File([bytes], 'keys.csv'));
    return formFileText(form, 'file');
  };
  expect(await upload(new TextEncoder().encode('Zürich-1\n'))).toBe('Zürich-1\n');
  expect(await upload(new Uint8Array([0x5a, 0xfc, 0x72]))).toBeUndefined();
  expect(await formFileText(new FormData(), 'file')).toBe('');
  expect(await formFileText('not a form', 'file')).toBe('');
});
