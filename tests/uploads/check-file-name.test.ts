import { expect, test } from 'vitest';
import { checkFileName } from '@/lib/uploads/check-file-name';

test.each([
  ['acme-backup-2.0.0.zip'],
  ['Café – Übersicht (64-bit).dmg'],
  ['備份.tar.gz'],
  ["O'Neill & söner, v2 [final].exe"],
  ['console.zip'],
])('%s is offered under its own name', (name) => {
  expect(checkFileName(name)).toEqual({ ok: true, fileName: name });
});

test('a name is kept in its composed form, so that it is found again however it was typed', () => {
  expect(checkFileName('Cafe\u0301.zip')).toEqual({ ok: true, fileName: 'Caf\u00e9.zip' });
});

test.each([
  ['../../etc/passwd', 'file_name_path'],
  ['..\\..\\boot.ini', 'file_name_path'],
  ['folder/file.zip', 'file_name_path'],
  ['..', 'file_name_path'],
  ['file\0.zip', 'file_name_invisible'],
  ['line\nbreak.zip', 'file_name_invisible'],
  ['acme-\u202epiz.exe', 'file_name_invisible'],
  ['acme\u200b.zip', 'file_name_invisible'],
  ['broken\ud800.zip', 'file_name_invisible'],
  [`${'a'.repeat(296)}.zip`, 'file_name_too_long'],
  ['ü'.repeat(120), 'file_name_too_long'],
  ['CON', 'file_name_reserved'],
  ['nul.zip', 'file_name_reserved'],
  ['COM1.tar.gz', 'file_name_reserved'],
  ['what?.zip', 'file_name_reserved'],
  ['acme.zip.', 'file_name_reserved'],
  ['.htaccess', 'file_name_reserved'],
  ['', 'file_name_empty'],
  ['   ', 'file_name_empty'],
])('%j is refused as %s', (name, reason) => {
  expect(checkFileName(name)).toEqual({ ok: false, reason });
});
