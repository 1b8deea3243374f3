import { expect, test } from 'vitest';
import { now } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { shortenAddresses } from '@/lib/db/shorten-addresses';
import { shortenOldAddresses } from '@/lib/server/shorten-old-addresses';
import { useDatabase } from '../support/database';

useDatabase();

const DAY_MS = 86_400_000;
const START = now().getTime();
const daysAgo = (days: number) => new Date(START - days * DAY_MS);

async function called(days: number, address: string): Promise<void> {
  const at = daysAgo(days);
  const facts = { at, outcome: 'ok', address };
  await db().requestLogEntry.create({ data: { ...facts, protocol: 'wc-am', action: 'status', durationUs: 1 } });
  await db().accessCall.create({
    data: {
      ...facts,
      requestId: '',
      operation: '',
      method: 'GET',
      path: '/',
      status: 200,
      userAgent: '',
      durationUs: 1,
    },
  });
  await db().downloadEntry.create({
    data: { ...facts, lastAt: at, requests: 1, way: 'link', isPartial: false, sameness: new Uint8Array(1) },
  });
}

/** The addresses of each log, oldest line first. */
async function addresses(): Promise<string[][]> {
  const oldest = { orderBy: { at: 'asc' }, select: { address: true } } as const;
  const logs = [
    await db().requestLogEntry.findMany(oldest),
    await db().accessCall.findMany(oldest),
    await db().downloadEntry.findMany(oldest),
  ];
  return logs.map((lines) => lines.map(({ address }) => address));
}

test('after 90 days each log keeps of an address its network, and of what is no address nothing', async () => {
  await called(200, '203.0.113.77');
  await called(120, '2001:db8:7:9::1');
  await called(100, 'unknown');
  await called(91, '');
  await called(89, '198.51.100.7');
  await shortenOldAddresses();
  const kept = ['203.0.113.0/24', '2001:db8:7::/48', '', '', '198.51.100.7'];
  expect(await addresses()).toEqual([kept, kept, kept]);
});

test('only what became old since the last time is looked at', async () => {
  await called(120, '203.0.113.1');
  await shortenOldAddresses();
  await called(110, '203.0.113.2');
  await shortenOldAddresses();
  expect((await addresses())[0]).toContain('203.0.113.2');
});

test('many lines of one instant are shortened batch by batch, each once', async () => {
  for (let line = 0; line < 7; line++) await called(300 + (line % 2), `192.0.2.${line}`);
  expect(await shortenAddresses({ from: daysAgo(400), before: daysAgo(290) }, 2)).toBe(21);
  expect(await shortenAddresses({ from: daysAgo(400), before: daysAgo(290) }, 2)).toBe(0);
  expect((await addresses()).flat().filter((address) => address === '192.0.2.0/24')).toHaveLength(21);
});
