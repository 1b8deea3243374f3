import { expect, test } from 'vitest';
import { formatDate } from '@/lib/protocols/wc-am/format-date';
import { messageOf, type WireRefusal } from '@/lib/protocols/wc-am/messages';

const say = (refusal: WireRefusal, profile: '2.x' | '3.0-3.4' | '3.5+' = '3.0-3.4') =>
  messageOf(refusal, { profile, apiKeysUrl: 'https://store.example/keys' });

const LOGIN =
  'Login to <a href="https://store.example/keys" target="blank">My Account</a> to verify there are activations remaining, and the';

// Wire constants of 3.4.2, letter by letter (wc-am.md section 4).
test.each<[WireRefusal, string]>([
  [{ reason: 'no_request' }, 'No request value received.'],
  [{ reason: 'unknown_request' }, 'Request value does not exist.'],
  [{ reason: 'missing', names: ['a', 'b'] }, 'The following required query string data is missing: a, b'],
  [{ reason: 'key_not_found' }, 'A customer account does not exist for this API Key.'],
  [{ reason: 'revoked', keyKind: 'product_order' }, 'A customer account does not exist for this API Key.'],
  [{ reason: 'revoked', keyKind: 'master' }, `No API Resources exist. ${LOGIN} API Key and Product ID are correct.`],
  [{ reason: 'expired' }, `No API Resources exist. ${LOGIN} API Key and Product ID are correct.`],
  [{ reason: 'no_products', because: 'expired' }, `No API Resources exist. ${LOGIN} API Key is correct.`],
  [
    { reason: 'access_disabled' },
    'The API access for this API Key has been disabled, or an API Key was sent that does not exist on this store.',
  ],
  [
    { reason: 'already_active' },
    'Cannot activate API Key. The API Key has already been activated with the same unique instance ID sent with this request.',
  ],
  [{ reason: 'limit_reached' }, 'Cannot activate API Key. No API Resources available.'],
  [{ reason: 'activation_not_found' }, 'The API Key could not be deactivated.'],
  [{ reason: 'product_not_found', requested: '7' }, 'The product ID 7 could not be found in this store.'],
  [{ reason: 'not_live', because: 'expired' }, 'The API Key is not active or does not exist.'],
  [{ reason: 'source_missing' }, 'The source did not send a required IP address.'],
  [{ reason: 'source_untrusted' }, 'The source is not trusted.'],
])('%j is said as 3.4.2 says it', (refusal, text) => {
  expect(say(refusal)).toBe(text);
});

test('the other generations differ in their words only', () => {
  expect(say({ reason: 'limit_reached' }, '2.x')).toBe('Cannot activate API Key. No API resources available.');
  expect(say({ reason: 'limit_reached' }, '3.5+')).toBe(
    'Cannot activate license key. No licensing resources available.',
  );
  expect(say({ reason: 'access_disabled' }, '3.5+')).toBe(
    'The API access for this license key has been disabled, or a license key was sent that does not exist on this store.',
  );
});

test.each([
  ['F j, Y', 'January 2, 2027'],
  ['Y-m-d', '2027-01-02'],
  ['d.m.y', '02.01.27'],
  ['D, jS M Y', 'Sat, 2nd Jan 2027'],
  ['l n/j', 'Saturday 1/2'],
  ['\\Y: Y', 'Y: 2027'],
  ['j \\d\\e F', '2 de January'],
])('a date in the format %s is %s', (format, text) => {
  expect(formatDate(new Date('2027-01-02T23:59:59Z'), format)).toBe(text);
});
