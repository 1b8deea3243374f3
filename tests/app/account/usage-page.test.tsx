import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { CallsChart } from '@/app/account/api-keys/[sid]/usage/calls-chart';
import { readUsagePage } from '@/app/account/api-keys/[sid]/usage/read-usage-page';
import { RecentRequests } from '@/app/account/api-keys/[sid]/usage/recent-requests';
import { OperationsPart, StatusesPart } from '@/app/account/api-keys/[sid]/usage/usage-parts';
import { configureAccess } from '@/lib/access-keys/configure-access';
import { flushAccessNotes } from '@/lib/access-keys/flush-notes';
import { readKey } from '@/lib/access-keys/list-keys';
import { now } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { useDatabase } from '../../support/database';
import { aKeyOf, anOwner } from '../../support/developer-keys';
import { manageCall } from '../../support/manage-calls';

useDatabase();

async function pageOf({ customerId, sid }: { customerId: string; sid: string }) {
  const at = now();
  const key = await readKey({ customerId, sid }, at);
  if (!key) throw new Error('The key is not found');
  return readUsagePage({ key, role: 'customer' }, { range: 30, at });
}

test('3.07 each call of a key shows up by day, operation, status and among the recent requests', async () => {
  const owner = await anOwner();
  const made = await aKeyOf(owner);
  const value = made.value.kind === 'pair' ? '' : made.value.key;
  for (const path of ['/whoami', '/whoami', '/orders', '/orders/999999']) await manageCall(value, 'GET', path);
  await flushAccessNotes();
  const { usage, calls, summaries } = await pageOf({ customerId: owner.customerId, sid: made.sid });
  expect(usage.days.at(-1)).toMatchObject({ calls: 4, errors: 1 });
  const html = renderToStaticMarkup(
    <>
      <CallsChart usage={usage} />
      <OperationsPart usage={usage} summaries={summaries} />
      <StatusesPart usage={usage} />
      <RecentRequests calls={calls} />
    </>,
  );
  for (const shown of ['account.whoami', '404', '/orders/999999', calls[0]?.requestId ?? '?'])
    expect(html).toContain(shown);
});

test('a key that made few of its calls is offered to keep only these, and no longer once it has', async () => {
  const owner = await anOwner();
  const made = await aKeyOf(owner);
  const value = made.value.kind === 'pair' ? '' : made.value.key;
  await manageCall(value, 'GET', '/whoami');
  await flushAccessNotes();
  // Younger than a week, a key has said too little about itself.
  expect((await pageOf({ customerId: owner.customerId, sid: made.sid })).suggestion).toBeUndefined();
  await db().accessKey.update({
    where: { id: made.id },
    data: { createdAt: new Date(now().getTime() - 8 * 86_400_000) },
  });
  const { suggestion } = await pageOf({ customerId: owner.customerId, sid: made.sid });
  expect(suggestion?.used).toEqual(['account.whoami']);
  expect(suggestion?.total).toBeGreaterThan(10);
  const access = { mode: 'restricted' as const, operations: suggestion?.used ?? [] };
  await configureAccess({ customerId: owner.customerId, sid: made.sid, access, actor: owner.actor });
  expect((await pageOf({ customerId: owner.customerId, sid: made.sid })).suggestion).toBeUndefined();
});
