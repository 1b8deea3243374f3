import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { checkZip } from '@/lib/uploads/check-zip';
import { writeZip } from '@/prisma/demo/write-zip';
import { aDataFolder } from './support';

const folder = aDataFolder();
let files = 0;

function check(content: Buffer) {
  files += 1;
  const file = path.join(folder, `${files}.zip`);
  writeFileSync(file, content);
  return checkZip(file);
}

const good = () => writeZip([{ name: 'acme/acme.php', content: '<?php // Acme' }]);
/** Where the first entry of the table of contents begins. */
const tableOf = (zip: Buffer) => zip.indexOf(Buffer.from('PK\x01\x02', 'latin1'));

test('an ordinary zip is offered', async () => {
  expect(await check(good())).toBeUndefined();
});

test.each(['../evil.php', 'acme/../../evil.php', '/etc/cron.d/evil', 'C:\\Windows\\evil.dll', '..\\evil.dll'])(
  'an entry that would be written outside, %s, is refused',
  async (name) => {
    expect(await check(writeZip([{ name, content: 'x' }]))).toBe('zip_entry_name');
  },
);

test('a zip that grows to more than a customer’s server can hold is refused by what it says of itself', async () => {
  const bomb = good();
  bomb.writeUInt32LE(0xfffffff0, tableOf(bomb) + 24);
  expect(await check(bomb)).toBe('zip_expands_too_much');
});

test('a zip that hides its growth in the fields for large files is refused as well', async () => {
  const zip = good();
  const at = tableOf(zip);
  const [head, table, end] = [zip.subarray(0, at), zip.subarray(at, zip.length - 22), zip.subarray(zip.length - 22)];
  const extra = Buffer.alloc(12);
  extra.writeUInt16LE(1, 0);
  extra.writeUInt16LE(8, 2);
  extra.writeBigUInt64LE(10n * 1024n ** 4n, 4);
  table.writeUInt32LE(0xffffffff, 24);
  table.writeUInt16LE(extra.length, 30);
  const nameEnd = 46 + table.readUInt16LE(28);
  end.writeUInt32LE(table.length + extra.length, 12);
  const bomb = Buffer.concat([head, table.subarray(0, nameEnd), extra, table.subarray(nameEnd), end]);
  expect(await check(bomb)).toBe('zip_expands_too_much');
});

test('a zip that asks for a password is refused, because update software cannot answer', async () => {
  const zip = good();
  zip.writeUInt16LE(zip.readUInt16LE(tableOf(zip) + 8) | 1, tableOf(zip) + 8);
  expect(await check(zip)).toBe('zip_encrypted');
});

test('what only has the ending of a zip is refused', async () => {
  expect(await check(Buffer.from('<html>Not found</html>'))).toBe('zip_broken');
  expect(await check(good().subarray(0, -5))).toBe('zip_broken');
  expect(await check(good().subarray(0, 40))).toBe('zip_broken');
  // A program with a zip at its end is read as the one or the other, by whoever opens it.
  expect(await check(Buffer.concat([Buffer.from('MZ program'), good()]))).toBe('zip_broken');
});

test('an empty zip, and one with more entries than anybody unpacks, are refused', async () => {
  const empty = Buffer.alloc(22);
  empty.writeUInt32LE(0x06054b50, 0);
  expect(await check(empty)).toBe('zip_empty');
  const many = writeZip(Array.from({ length: 60_001 }, (_, n) => ({ name: `${n}`, content: '' })));
  expect(await check(many)).toBe('zip_too_many_entries');
});
