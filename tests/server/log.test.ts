import { expect, test } from 'vitest';
import { newLicenseKey } from '@/lib/secrets/key-format';
import { withoutSecrets } from '@/lib/server/log';

test('no licence key reaches a log in a form that opens anything', () => {
  for (const prefix of ['lkm', 'lko'] as const) {
    const key = newLicenseKey(prefix);
    const said = withoutSecrets(`could not read ${key} of order 7`);
    expect(said).not.toContain(key.slice(4, -4));
    expect(said).toContain(`${prefix}_…${key.slice(-4)}`);
  }
});

test('Stripe’s keys, passwords in URLs and keys in a query are left out', () => {
  const said = withoutSecrets(
    'sk_live_abcdef123 whsec_abcdef123 postgresql://store:pa55word@db.example:5432/x GET /?api_key=imported-1&email=a@b.c',
  );
  expect(said).toBe('sk_live_… whsec_… postgresql://store:…@db.example:5432/x GET /?api_key=…&email=…');
});
