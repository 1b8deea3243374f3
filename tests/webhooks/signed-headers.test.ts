import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { newSigningSecret, signedHeaders } from '@/lib/webhooks/signing-secret';

// The example of the Standard Webhooks specification and of its libraries.
const SECRET = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const PARTS = {
  id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
  at: new Date(1_614_265_330_000),
  body: '{"test": 2432232314}',
};

test('signs as the Standard Webhooks libraries expect', () => {
  expect(signedHeaders(PARTS, [SECRET])).toEqual({
    'webhook-id': PARTS.id,
    'webhook-timestamp': '1614265330',
    'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
  });
});

test('with two secrets there is a signature by each', () => {
  const other = newSigningSecret();
  const { 'webhook-signature': signature = '' } = signedHeaders(PARTS, [other, SECRET]);
  const own = createHmac('sha256', Buffer.from(other.slice('whsec_'.length), 'base64'))
    .update(`${PARTS.id}.1614265330.${PARTS.body}`)
    .digest('base64');
  expect(signature).toBe(`v1,${own} v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=`);
});

test('a secret is `whsec_` and 32 bytes, and never twice the same', () => {
  const secrets = new Set(Array.from({ length: 50 }, newSigningSecret));
  expect(secrets.size).toBe(50);
  for (const secret of secrets) {
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    expect(Buffer.from(secret.slice(6), 'base64')).toHaveLength(32);
  }
});
