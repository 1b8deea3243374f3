import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseCsv } from '@/lib/licensing/parse-csv';

const fieldsOf = (text: string, separator?: string) => parseCsv(text, separator).map((record) => record.fields);

test('fields in quotes may hold separators, line ends and doubled quotes', () => {
  expect(fieldsOf('a,"b,""c""\r\nd",e\r\nf,g,h\r\n')).toEqual([
    ['a', 'b,"c"\r\nd', 'e'],
    ['f', 'g', 'h'],
  ]);
});

test('a record is named by the line on which it begins, whatever the line ends are', () => {
  const records = parseCsv('a\r\n"b\nb\rb"\nc\rd');
  expect(records.map(({ line, fields }) => [line, fields[0]])).toEqual([
    [1, 'a'],
    [2, 'b\nb\rb'],
    [5, 'c'],
    [6, 'd'],
  ]);
});

test('an open quote costs its own line, and text after a closing quote is told', () => {
  expect(parseCsv('"a,b\nc,d')).toEqual([
    { line: 1, fields: ['"a,b'], isBroken: true },
    { line: 2, fields: ['c', 'd'], isBroken: false },
  ]);
  expect(parseCsv('"a"b,c')).toEqual([{ line: 1, fields: ['ab', 'c'], isBroken: true }]);
});

test('an empty last field counts, an end of line at the end does not', () => {
  expect(fieldsOf('a,\n')).toEqual([['a', '']]);
  expect(fieldsOf('')).toEqual([]);
});

test('whatever is written by the rule is read as it was', () => {
  const field = fc.string({ unit: fc.constantFrom('a', '"', ',', ';', '\n', '\r', ' ', 'ü') });
  const rows = fc.array(fc.array(field, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(rows, fc.constantFrom(',', ';', '\t'), fc.constantFrom('\n', '\r\n', '\r'), (table, separator, end) => {
      const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
      const text = table.map((row) => row.map(quoted).join(separator)).join(end);
      expect(fieldsOf(text, separator)).toEqual(table);
    }),
  );
});
