import type { ServerResponse } from 'node:http';
import { expect, test } from 'vitest';
import { checkAppKey } from '@/lib/dropbox/check-app-key';
import { openCheckout } from '@/lib/payments/open-checkout';
import { setStripeConnection } from '@/lib/payments/stripe-client';
import { network } from '@/lib/storage/fetch-remote';
import { openArtifact } from '@/lib/storage/open-artifact';
// Loaded before the clock runs: the vendor's package takes seconds of its own.
import '@/lib/storage/presign-s3';
import '@/lib/storage/s3-bucket';
import { sendMessage } from '@/lib/webhooks/send-message';
import { setTestEnv } from './support/database';
import { aStubServer } from './support/stub-server';

/** What it came to, and after how many seconds. */
async function timed<T>(work: Promise<T>): Promise<{ came: T; seconds: number }> {
  const startedAt = performance.now();
  const came = await work;
  return { came, seconds: (performance.now() - startedAt) / 1_000 };
}

/** Answers a byte a second, which no limit on silence ever notices. */
function drips(_: unknown, response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'application/json' });
  const timer = setInterval(() => response.write(' '), 1_000);
  response.once('close', () => clearInterval(timer));
}

const silent = () => {};

async function pressPay(answer: typeof drips) {
  const { host, port } = await aStubServer(answer);
  setStripeConnection({
    secretKey: 'sk_test_silent',
    webhookSecret: 'whsec_x',
    endpoint: { protocol: 'http', host, port },
  });
  const items = [{ title: 'Acme Backup', planName: 'Standard', unitAmount: 4_900, quantity: 1 }];
  const urls = { successUrl: 'http://localhost/thanks', cancelUrl: 'http://localhost/cart' };
  return () => timed(openCheckout({ checkoutId: 'c', email: 'buyer@example.test', currency: 'usd', items, ...urls }));
}

async function askBucket(answer: typeof drips) {
  const { url: endpoint } = await aStubServer(answer);
  const names = { region: 'eu-central-1', bucket: 'releases', accessKeyId: 'a', secretAccessKey: 'b' };
  const s3 = { endpoint, publicEndpoint: undefined, forcePathStyle: true, ...names };
  const file = { source: 's3' as const, fileName: 'a.zip', sizeBytes: 1, sha256: '0'.repeat(64) };
  const artifact = { ...file, location: `00/${file.sha256}` };
  return timed(openArtifact(artifact, { settings: { s3, newFiles: 's3' }, as: 'redirect_or_stream' }));
}

// The limits are eight and five seconds; a machine with other work beside it may need a little more.
test('nobody waits longer than a page may for what never answers, or never comes to an end', async () => {
  const dropbox = await aStubServer(silent);
  setTestEnv({ DROPBOX_URL: dropbox.url });
  const paying = (await pressPay(silent))();
  const slowlyPaying = (await pressPay(drips))();
  const [paid, slowlyPaid, downloading, connecting, telling] = await Promise.all([
    paying,
    slowlyPaying,
    askBucket(silent),
    timed(checkAppKey('fakeappkey12345', 'https://store.test/account/dropbox/return')),
    timed(
      sendMessage(
        { url: 'https://hooks.example.test/', headers: {}, body: '{}' },
        { edge: { ...network, resolve: () => new Promise(() => {}) } },
      ),
    ),
  ]);
  const away = { ok: false, reason: 'payments_unreachable' };
  expect([paid.came, slowlyPaid.came]).toEqual([away, away]);
  expect(downloading.came).toMatchObject({ ok: false, reason: 'storage_unreachable' });
  expect(connecting.came).toMatchObject({ outcome: 'unclear' });
  expect(telling.came).toMatchObject({ failure: 'name_not_found' });
  expect(Math.max(paid.seconds, slowlyPaid.seconds)).toBeLessThan(10);
  expect(Math.max(downloading.seconds, connecting.seconds, telling.seconds)).toBeLessThan(8);
});
