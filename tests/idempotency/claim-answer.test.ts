import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { claimAnswer } from '@/lib/idempotency/claim-answer';
import { keepAnswer } from '@/lib/idempotency/keep-answer';
import { useDatabase } from '../support/database';

useDatabase();

const AT = new Date('2026-01-02T03:04:05Z');
const after = (ms: number) => new Date(AT.getTime() + ms);

function aWish() {
  return { scope: randomBytes(32), fingerprint: randomBytes(32), wasActive: false, at: AT };
}

test('of six at once one carries it out, and the others are told to ask again in a second', async () => {
  const wish = aWish();
  const all = await Promise.all(Array.from({ length: 6 }, () => claimAnswer(wish)));
  expect(all.filter(({ outcome }) => outcome === 'claimed')).toHaveLength(1);
  const others = all.filter(({ outcome }) => outcome !== 'claimed');
  expect(others).toEqual(Array.from({ length: 5 }, () => ({ outcome: 'in_hand', retryAfterSeconds: 1 })));
});

test('who asks again after that second is told the answer, long before the lease ends', async () => {
  const wish = aWish();
  const claimed = await claimAnswer(wish);
  if (claimed.outcome !== 'claimed') throw new Error(claimed.outcome);
  await keepAnswer(claimed.claim, { status: 201, body: '{}' });
  expect(await claimAnswer({ ...wish, at: after(1_000) })).toMatchObject({ outcome: 'kept', status: 201, body: '{}' });
});

test.each([undefined, 60_000])('nobody takes over before the lease of %s ms has ended', async (leaseMs) => {
  const wish = { ...aWish(), ...(leaseMs === undefined ? {} : { leaseMs }) };
  const lease = leaseMs ?? 15_000;
  await claimAnswer(wish);
  const early = await claimAnswer({ ...wish, at: after(lease - 1) });
  expect(early).toEqual({ outcome: 'in_hand', retryAfterSeconds: 1 });
  expect(await claimAnswer({ ...wish, at: after(lease) })).toMatchObject({ outcome: 'claimed', isRetry: true });
});
