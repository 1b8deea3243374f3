import { expect, test } from 'vitest';
import { byteRange } from '@/lib/downloads/byte-range';
import { contentDisposition } from '@/lib/storage/content-disposition';

test.each([
  [null, { kind: 'whole' }],
  ['bytes=0-0', { kind: 'parts', parts: [{ first: 0, last: 0 }] }],
  ['bytes=5-', { kind: 'parts', parts: [{ first: 5, last: 9 }] }],
  ['bytes=-3', { kind: 'parts', parts: [{ first: 7, last: 9 }] }],
  ['bytes=-30', { kind: 'parts', parts: [{ first: 0, last: 9 }] }],
  ['bytes=2-300', { kind: 'parts', parts: [{ first: 2, last: 9 }] }],
  ['bytes=10-', { kind: 'unsatisfiable' }],
  ['bytes=-0', { kind: 'unsatisfiable' }],
  ['bytes=5-2', { kind: 'whole' }],
  [
    'bytes=0-1, 4-5',
    {
      kind: 'parts',
      parts: [
        { first: 0, last: 1 },
        { first: 4, last: 5 },
      ],
    },
  ],
  ['bytes=0-1,20-30', { kind: 'parts', parts: [{ first: 0, last: 1 }] }],
  ['bytes=20-30,40-', { kind: 'unsatisfiable' }],
  ['bytes=0-5,4-9', { kind: 'whole' }],
  ['bytes=4-5,0-1', { kind: 'whole' }],
  [`bytes=${'0-0,'.repeat(200)}1-1`, { kind: 'whole' }],
  ['bytes=0-1,x', { kind: 'whole' }],
  ['items=0-1', { kind: 'whole' }],
  ['bytes=-', { kind: 'whole' }],
  ['bytes=99999999999999999999-', { kind: 'whole' }],
])('Range %j of ten bytes is %j', (header, range) => {
  expect(byteRange(header, 10)).toEqual(range);
});

test.each([
  ['acme-1.0.zip', 'attachment; filename="acme-1.0.zip"'],
  ['two words.zip', 'attachment; filename="two words.zip"'],
  ['Schlüssel.zip', 'attachment; filename="Schl_ssel.zip"; filename*=UTF-8\'\'Schl%C3%BCssel.zip'],
  ['a"b.zip', 'attachment; filename="a_b.zip"; filename*=UTF-8\'\'a%22b.zip'],
  ["100% (o'k).zip", "attachment; filename=\"100_ (o'k).zip\"; filename*=UTF-8''100%25%20%28o%27k%29.zip"],
  ['../../etc/passwd', 'attachment; filename=".._.._etc_passwd"'],
  ['x\r\nSet-Cookie: a=b.zip', 'attachment; filename="x__Set-Cookie: a=b.zip"'],
  ['', 'attachment; filename="download"'],
  ['\ud800.zip', 'attachment; filename="_.zip"; filename*=UTF-8\'\'%EF%BF%BD.zip'],
])('%j is saved by %s', (name, header) => {
  expect(contentDisposition(name)).toBe(header);
});
