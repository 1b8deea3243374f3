import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { HistoryTable } from '@/app/account/_history/history-table';
import { toldRows } from '@/app/account/_history/told-rows';
import { listAccountActivity, listKeyHistory } from '@/lib/access-keys/list-history';
import { type Actor, recordAudit } from '@/lib/audit/record-audit';
import { db, inTransaction } from '@/lib/db/client';
import { newKeySid } from '@/lib/secrets/developer-key';
import { useDatabase } from '../support/database';
import { aCustomer, bySystem } from '../support/factories';

useDatabase();

async function aKeyOf(customerId: string, name = 'Nightly export') {
  const at = new Date();
  return db().accessKey.create({
    data: {
      sid: newKeySid(),
      customerId,
      kind: 'secret',
      name,
      prefix: 'lkx_abcdef',
      createdAt: at,
      secretMadeAt: at,
      createdBy: 'you',
    },
  });
}

type Fact = { actor: Actor; action: `${string}.${string}`; objectKind: string; objectId: string };

function record(fact: Fact, change: { before?: object; after?: object } = {}) {
  return inTransaction((tx) => recordAudit(tx, { ...fact, ...JSON.parse(JSON.stringify(change)) })); // plain values
}

const ownerOf = (id: string, via = 'session:1'): Actor => ({ kind: 'customer', id, via, address: '192.0.2.1' });

test('2.23 the history of a key shows each changed field with what it was before and after', async () => {
  const owner = await aCustomer();
  const key = await aKeyOf(owner.id);
  const about = { objectKind: 'access_key', objectId: key.sid };
  await record({ actor: bySystem, action: 'access_key.create', ...about });
  await record(
    { actor: ownerOf(owner.id), action: 'access_key.edit', ...about },
    {
      before: { name: 'Old name', note: null, headersOnly: false },
      after: { name: 'New name', note: null, headersOnly: false },
    },
  );
  const { rows } = await listKeyHistory({ customerId: owner.id, sid: key.sid }, {});
  expect(rows.map(({ action, by }) => [action, by])).toEqual([
    ['access_key.edit', 'you'],
    ['access_key.create', 'system'],
  ]);
  const html = renderToStaticMarkup(<HistoryTable entries={rows} />);
  expect(html).toContain('Old name');
  expect(html).toContain('New name');
  expect(html).toContain('Key edited');
  // What did not change is no difference.
  expect(html).not.toContain('headersOnly');
});

test('a difference leaves out ids and what begins empty, and says lists and switches as one value', () => {
  const made = { customerId: 'c', name: 'Robot', note: null, headersOnly: false, addresses: [] };
  expect(toldRows({ before: null, after: made })).toEqual([{ field: 'name', before: undefined, after: 'Robot' }]);
  const changed = toldRows({
    before: { access: 'full', headersOnly: true, note: 'Old' },
    after: { access: ['a.read', 'b.read'], headersOnly: false, note: null },
  });
  expect(changed).toEqual([
    { field: 'access', before: 'full', after: 'a.read, b.read' },
    { field: 'headersOnly', before: 'true', after: 'false' },
    { field: 'note', before: 'Old', after: '' },
  ]);
});

test('nobody reads the history of a key that is not theirs', async () => {
  const [owner, stranger] = [await aCustomer(), await aCustomer()];
  const key = await aKeyOf(owner.id);
  await record({ actor: bySystem, action: 'access_key.create', objectKind: 'access_key', objectId: key.sid });
  expect((await listKeyHistory({ customerId: stranger.id, sid: key.sid }, {})).rows).toEqual([]);
  expect((await listAccountActivity(stranger.id, {})).rows).toEqual([]);
});

test('the activity of an account holds what its owner did, and what was done to it and its keys, not by whom', async () => {
  const [owner, admin] = [await aCustomer(), await aCustomer({ role: 'admin' })];
  const key = await aKeyOf(owner.id);
  const byAdmin: Actor = { kind: 'admin', id: admin.id, via: 'session:2', address: '198.51.100.1' };
  const account = { objectKind: 'customer', objectId: owner.id };
  await record({ actor: ownerOf(owner.id), action: 'session.start', ...account });
  await record({
    actor: ownerOf(owner.id, `key:${key.sid}`),
    action: 'order.create',
    objectKind: 'order',
    objectId: 'o',
  });
  await record(
    { actor: byAdmin, action: 'customer_view.start', ...account },
    { after: { reason: 'a private reason' } },
  );
  await record(
    { actor: byAdmin, action: 'access_key.disable', objectKind: 'access_key', objectId: key.sid },
    { before: { state: 'active' }, after: { state: 'disabled' } },
  );
  await record({ actor: byAdmin, action: 'settings.save', objectKind: 'store_setting', objectId: 'store' });
  const { rows } = await listAccountActivity(owner.id, {});
  expect(rows.map(({ action, by, viaSid }) => [action, by, viaSid])).toEqual([
    ['access_key.disable', 'administrator', undefined],
    ['customer_view.start', 'administrator', undefined],
    ['order.create', 'you', key.sid],
    ['session.start', 'you', undefined],
  ]);
  const html = renderToStaticMarkup(<HistoryTable entries={rows} namesKeys />);
  for (const hidden of [admin.email, '198.51.100.1', 'a private reason']) expect(html).not.toContain(hidden);
  for (const shown of ['192.0.2.1', 'disabled', 'Nightly export']) expect(html).toContain(shown);
});

test('a key that is gone keeps its name in the activity of its owner', async () => {
  const owner = await aCustomer();
  const key = await aKeyOf(owner.id, 'Old robot');
  await record({ actor: bySystem, action: 'access_key.leak', objectKind: 'access_key', objectId: key.sid });
  await db().deadAccessSecret.create({
    data: {
      digest: Buffer.alloc(32, 7),
      sid: key.sid,
      customerId: owner.id,
      name: 'Old robot',
      prefix: key.prefix,
      cause: 'deleted',
      diedAt: new Date(),
    },
  });
  await db().accessKey.delete({ where: { id: key.id } });
  const [entry] = (await listAccountActivity(owner.id, {})).rows;
  expect(entry).toMatchObject({ keyName: 'Old robot', hasKeyPage: false, action: 'access_key.leak' });
});

test('older entries follow page by page, none twice and none left out', async () => {
  const owner = await aCustomer();
  const key = await aKeyOf(owner.id);
  const about = { objectKind: 'access_key', objectId: key.sid };
  for (let index = 0; index < 5; index += 1)
    await record({ actor: bySystem, action: `access_key.step_${index}`, ...about });
  const seen: string[] = [];
  let after: string | undefined;
  do {
    const page = await listKeyHistory({ customerId: owner.id, sid: key.sid, size: 2 }, { after });
    seen.push(...page.rows.map(({ action }) => action));
    after = page.next;
  } while (after !== undefined);
  expect(seen).toEqual([4, 3, 2, 1, 0].map((index) => `access_key.step_${index}`));
});
