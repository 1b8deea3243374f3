import { expect, test } from 'vitest';
import { dropboxPath, isRenamed } from '@/lib/downloads/dropbox-path';

test.each([
  ['Acme Backup', 'acme-1.0.zip', '/Acme Backup/acme-1.0.zip'],
  ['../../etc', 'passwd', '/-..-etc/passwd'],
  ['A/B: "best"?', 'a\\b*.zip', '/A-B- -best--/a-b-.zip'],
  ['...', '. .', '/Downloads/download'],
  ['  spaced  \n out ', 'x.zip. ', '/spaced - out/x.zip'],
  ['Übung 日本', 'naïve.zip', '/Übung 日本/naïve.zip'],
])('%s and %s become %s', (title, fileName, expected) => {
  expect(dropboxPath(title, fileName)).toBe(expected);
});

test('no title makes a path that is long, relative or empty', () => {
  expect(dropboxPath('x'.repeat(500), 'f.zip')).toBe(`/${'x'.repeat(80)}/f.zip`);
});

test('another case is the same name to Dropbox; a number is not', () => {
  expect(isRenamed('/Acme/a.zip', '/acme/A.ZIP')).toBe(false);
  expect(isRenamed('/Acme/a.zip', '/Acme/a (1).zip')).toBe(true);
});
