import fc from 'fast-check';
import { expect, test } from 'vitest';
import { multipartPairs } from '@/lib/protocols/wc-am/multipart-pairs';
import { readParameters } from '@/lib/protocols/wc-am/read-parameters';

const TYPE = 'multipart/form-data; boundary=------------------------d74496d66958873e';

/** As curl writes it. */
const CURL = [
  '--------------------------d74496d66958873e',
  'Content-Disposition: form-data; name="wc_am_action"',
  '',
  'activate',
  '--------------------------d74496d66958873e',
  'Content-Disposition: form-data; name="object"',
  '',
  'Grün, line one\r\n--two',
  '--------------------------d74496d66958873e',
  'Content-Disposition: form-data; name="upload"; filename="key.txt"',
  'Content-Type: text/plain',
  '',
  'a file is no parameter',
  '--------------------------d74496d66958873e--',
  '',
].join('\r\n');

test("a form as PHP's curl posts an array is read like any other form", () => {
  expect(multipartPairs(TYPE, CURL)).toEqual([
    ['wc_am_action', 'activate'],
    ['object', 'Grün, line one\r\n--two'],
  ]);
  const parameters = readParameters({
    method: 'POST',
    path: '/',
    query: 'wc-api=wc-am-api&wc_am_action=status',
    contentType: TYPE,
    body: CURL,
    address: '',
    userAgent: '',
    header: () => '',
  });
  expect(parameters.get('wc_am_action')).toBe('activate');
  expect(parameters.get('object')).toBe('Grün, line one --two');
});

test('what the platform writes as a form comes back as it went in', async () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 30 }).map((value) => value.replace(/[\r\n]/g, ' '));
  const names = fc.stringMatching(/^[a-z_[\]]{1,12}$/);
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(names, text), { maxLength: 6 }), async (fields) => {
      const form = new FormData();
      for (const [name, value] of fields) form.append(name, value);
      const response = new Response(form);
      const type = response.headers.get('content-type') ?? '';
      expect(multipartPairs(type, await response.text())).toEqual(
        fields.map(([name, value]) => [name, value.toWellFormed()]),
      );
    }),
    { seed: 4, numRuns: 200 },
  );
});

test.each([
  ['no boundary', 'multipart/form-data'],
  ['another boundary', 'multipart/form-data; boundary=other'],
  ['an empty boundary', 'multipart/form-data; boundary='],
])('a body with %s has no fields', (_case, type) => {
  expect(multipartPairs(type, CURL)).toEqual([]);
});

test('a body made to keep the reader busy does not', () => {
  const type = 'multipart/form-data; boundary=-';
  const bodies = [
    '\r\n---'.repeat(12_000),
    `---${'\r\nContent-Disposition: form-data;'.repeat(2_000)}`,
    '-'.repeat(64_000),
  ];
  const startedAt = performance.now();
  for (const body of bodies) expect(multipartPairs(type, body)).toEqual([]);
  expect(performance.now() - startedAt).toBeLessThan(200);
});
