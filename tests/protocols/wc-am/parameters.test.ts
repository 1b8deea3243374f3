import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Exchange } from '@/lib/protocols/exchange';
import { isClientUrl, isKnownEndpoint } from '@/lib/protocols/wc-am/endpoint';
import { parse } from '@/lib/protocols/wc-am/parse';
import { phpJson } from '@/lib/protocols/wc-am/php-json';
import { cleanText, readParameters } from '@/lib/protocols/wc-am/read-parameters';

const sent = (facts: Partial<Exchange>): Exchange => ({
  method: 'GET',
  path: '/',
  query: '',
  contentType: '',
  body: '',
  address: '127.0.0.1',
  userAgent: '',
  header: () => '',
  ...facts,
});
const read = (facts: Partial<Exchange>) => Object.fromEntries(readParameters(sent(facts)));
const off = { translateSoftwareAddOn: false };
const form = { method: 'POST', contentType: 'application/x-www-form-urlencoded' };

describe('parameters', () => {
  test('come from the query, a form body or a JSON body; the body wins', () => {
    expect(read({ query: 'api_key=q', ...form, body: 'api_key=b' })).toEqual({ api_key: 'b' });
    const json = { method: 'POST', contentType: 'application/json; charset=utf-8' };
    expect(read({ query: 'api_key=q', ...json, body: '{"api_key":"j","product_id":12}' })).toEqual({
      api_key: 'j',
      product_id: '12',
    });
  });

  test('a JSON body may begin with a byte order mark', () => {
    const json = { method: 'POST', contentType: 'application/json' };
    expect(read({ ...json, body: '\ufeff{"api_key":"j"}' })).toEqual({ api_key: 'j' });
  });

  test.each([
    ['a form without its type', { method: 'POST', body: 'api_key=b' }],
    ['XML', { method: 'POST', contentType: 'text/xml', body: '<api_key>b</api_key>' }],
    ['JSON that is a list', { method: 'POST', contentType: 'application/json', body: '["api_key"]' }],
    ['an operator object', { method: 'POST', contentType: 'application/json', body: '{"api_key":{"contains":""}}' }],
    ['an array name', { query: 'api_key[]=a&api_key[not]=b' }],
    ['nothing but "0"', { query: 'api_key=0' }],
    ['broken UTF-8', { query: 'api_key=%C3%28' }],
    ['a lone surrogate', { method: 'POST', contentType: 'application/json', body: '{"api_key":"a\\ud800"}' }],
  ])('%s counts as not sent', (_name, facts) => {
    expect(read(facts)).toEqual({});
  });

  test('the later of two in one place wins, and HTML-escaped ampersands are understood', () => {
    expect(read({ query: 'a=1&a=2&amp;b=3' })).toEqual({ a: '2', b: '3' });
  });

  test.each([
    ['  two   words ', 'two words'],
    ['<b>bold</b>', 'bold'],
    ['nul\u0000byte', 'nul byte'],
    ['100%41', '100'],
    ['emoji 🔑 and \u200fright-to-left', 'emoji 🔑 and \u200fright-to-left'],
  ])('%j is cleaned to %j', (value, clean) => {
    expect(cleanText(value)).toBe(clean);
  });

  test('a text made to keep a careless pattern busy comes through as it is', () => {
    const text = `${'<'.repeat(50_000)}${'%4'.repeat(25_000)}!`;
    expect(cleanText(text)).toBe(text);
  });
});

describe('a call', () => {
  const call = (query: string) => parse(readParameters(sent({ query })));

  test('is understood in the words of every client generation', () => {
    const expected = {
      action: 'activate',
      key: 'K',
      product: { number: 12 },
      instance: 'i',
      label: 'host',
      version: '1.2',
    };
    expect(call('wc_am_action=activate&api_key=K&product_id=12&instance=i&object=host&version=1.2')).toMatchObject(
      expected,
    );
    expect(
      call('request=activation&licence_key=K&product_id=12&instance=i&platform=host&software_version=1.2'),
    ).toMatchObject(expected);
    expect(
      call('request=activate&license_key=K&software_id=12&instance=i&object=host&software_version=v1.2-beta'),
    ).toMatchObject(expected);
  });

  test('names what is missing in the order in which the original asks', () => {
    expect(call('wc_am_action=activate&product_id=12')).toMatchObject({
      refused: 'missing',
      names: ['api_key', 'instance'],
    });
    expect(call('wc_am_action=status&api_key=K&product_id=12&instance=0')).toMatchObject({
      refused: 'missing',
      names: ['instance'],
    });
  });

  test('falls back to the parent product under both its names', () => {
    expect(call('wc_am_action=status&api_key=K&product_parent_id=7&instance=i')).toMatchObject({
      product: { number: 7 },
    });
    expect(call('wc_am_action=status&api_key=K&parent_product_id=7&instance=i')).toMatchObject({
      product: { number: 7 },
    });
  });

  test('takes a legacy title for what it is, and a number beyond any product for none', () => {
    expect(call('wc_am_action=status&api_key=K&product_id=Lab+Demo&instance=i')).toMatchObject({
      product: { title: 'Lab Demo' },
    });
    expect(call('wc_am_action=status&api_key=K&product_id=99999999999&instance=i')).toMatchObject({
      product: { number: 0 },
    });
  });

  test('cuts an instance by characters, never in the middle of one', () => {
    const parsed = call(`wc_am_action=status&api_key=K&product_id=1&instance=${encodeURIComponent('🔑'.repeat(300))}`);
    expect('instance' in parsed && [...parsed.instance].length).toBe(190);
  });

  test('without a request or with an unknown one', () => {
    const sent = { key: 'K', requested: '12', instance: '', version: '' };
    expect(call('api_key=K&product_id=12&instance=0')).toEqual({ refused: 'no_request', sent });
    expect(call('wc_am_action=toString&api_key=K&product_id=12')).toEqual({ refused: 'unknown_request', sent });
  });
});

describe('the address', () => {
  test.each([
    '/?wc-api=wc-am-api',
    '/shop/?a=1&wc-api=AM-Software-API',
    '/index.php?wc-api=upgrade-api',
    '/wc-api/wc-am-api/?x=1',
    '/api/wc-am?x=1',
  ])('%s is the client API', (url) => {
    expect(isClientUrl(url)).toBe(true);
    expect(isKnownEndpoint(url, off)).toBe(true);
  });

  test.each(['/', '/products?q=wc', '/api/wc-amx', '/products/wc-api-guide'])('%s is not', (url) => {
    expect(isClientUrl(url)).toBe(false);
  });

  test('an unknown endpoint name is recognised as one', () => {
    expect(isKnownEndpoint('/?wc-api=paypal', off)).toBe(false);
  });
});

test('JSON is written as PHP writes it', () => {
  expect(phpJson({ url: 'https://a/b', name: 'Grün 🔑' })).toBe(
    '{"url":"https:\\/\\/a\\/b","name":"Gr\\u00fcn \\ud83d\\udd11"}',
  );
});

test('cleaning a hostile text takes no longer than a plain one: octets within octets go in one pass', () => {
  const nested = '%'.repeat(20_000) + '20'.repeat(20_000);
  const startedAt = performance.now();
  expect(cleanText(nested)).toBe('');
  expect(performance.now() - startedAt).toBeLessThan(100);
});

test('octets are removed until none is left, as removing them again and again would', () => {
  const characters = fc.array(fc.constantFrom('%', '2', '0', 'f', 'x', '🔑'), { maxLength: 40 });
  fc.assert(
    fc.property(characters, (parts) => {
      let expected = parts.join('');
      for (let before = ''; before !== expected; ) {
        before = expected;
        expected = expected.replace(/%[a-fA-F0-9]{2}/g, '');
      }
      expect(cleanText(parts.join(''))).toBe(expected);
    }),
  );
});
