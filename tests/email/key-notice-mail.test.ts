import { describe, expect, test } from 'vitest';
import { keyNoticeMail } from '@/lib/email/key-notice-mail';
import { renderMail } from '@/lib/email/render-mail';
import { mailJob } from '@/lib/jobs/enqueue-mail';

const SENDER = { storeName: 'Acme', storeUrl: 'https://store.example', isDemoPayments: false };
const FACTS = {
  key: { sid: 'key_0123456789abcdefghijkl', name: 'Nightly <export>', hint: 'lks_9fQx2B' },
  at: new Date('2027-02-03T04:05:00Z'),
  until: new Date('2027-03-01T00:00:00Z'),
  address: '192.0.2.1',
  count: 12_345,
  most: 20_000,
  names: ['One', 'Two'],
  url: 'https://code.example/.env',
  keysUrl: 'https://store.example/account/api-keys',
};
type Event = Parameters<typeof keyNoticeMail>[0]['event'];
const EVENTS = [
  ['created', 'A new API key was made'],
  ['regenerated', 'An API key has a new value'],
  ['removed', 'An API key was removed'],
  ['revoked', 'An API key was revoked'],
  ['disabled', 'An API key was disabled'],
  ['expiring', 'An API key expires soon'],
  ['expired', 'An API key has expired'],
  ['rotated', 'An API key was rotated'],
  ['rotation_due', 'An API key should get a new value'],
  ['quota_80', '80 % of your API calls are used'],
  ['quota_100', 'All API calls of this month are used'],
  ['new_network', 'An API key was used from a new network'],
  ['busy', 'An API key is used much more than usual'],
  ['errors', 'An API key gets many errors'],
  ['woken', 'An API key is used again after a long time'],
  ['dead_key_used', 'Somebody used an API key that is gone'],
  ['leaked', 'An API key of yours was reported as leaked'],
  ['unused_digest', 'API keys you no longer use'],
] as const satisfies [Event, string][];

describe('a notice about a key', () => {
  test.each(EVENTS)('%s says "%s" in text and HTML, with the way to the keys', async (event, subject) => {
    const { at, keysUrl, until: _end, ...facts } = FACTS;
    const job = {
      template: 'access_key_notice',
      to: 'a@example.test',
      facts: { ...facts, event, at: at.toISOString() },
    };
    expect(mailJob.safeParse(job).success).toBe(true);
    const mail = await renderMail(keyNoticeMail({ ...FACTS, event }), SENDER);
    expect(mail.subject).toBe(subject);
    for (const body of [mail.text, mail.html]) {
      expect(body).toContain(keysUrl);
      expect(body).not.toMatch(/undefined|NaN|\[object/);
    }
    expect(mail.html).not.toContain('<export>');
  });

  test('links to the key’s own page while there is one', async () => {
    const page = `${FACTS.keysUrl}/${FACTS.key.sid}`;
    expect(keyNoticeMail({ ...FACTS, event: 'created' }).button?.url).toBe(page);
    expect(keyNoticeMail({ ...FACTS, event: 'removed' }).button?.url).toBe(FACTS.keysUrl);
  });

  test('every event the outbox takes is written', async () => {
    for (const [event] of EVENTS) expect(() => keyNoticeMail({ ...FACTS, event })).not.toThrow();
    const unknown = { template: 'access_key_notice', to: 'a@b', facts: { event: 'other', at: FACTS.at.toISOString() } };
    expect(mailJob.safeParse(unknown).success).toBe(false);
  });
});
