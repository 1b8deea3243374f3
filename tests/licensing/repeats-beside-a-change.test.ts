import { expect, test } from 'vitest';
import { db, pool } from '@/lib/db/client';
import { disableMasterKey } from '@/lib/licensing/disable-master-key';
import { readMasterHint } from '@/lib/licensing/read-master-hint';
import { replaceMasterKey } from '@/lib/licensing/replace-master-key';
import { lookupDigest } from '@/lib/secrets/lookup-digest';
import { AT } from '../support/client-calls';
import { useDatabase } from '../support/database';
import { aResource, bySystem } from '../support/factories';
import { holdLock, untilWaiting } from './waits';

useDatabase();

type Resource = Awaited<ReturnType<typeof aResource>>;
type Which = Parameters<typeof disableMasterKey>[0];

const changes: [string, (which: Which) => Promise<{ ok: boolean }>, string][] = [
  ['replaced', (which) => replaceMasterKey({ ...which, activations: 'keep' }), 'key_not_found'],
  ['disabled', disableMasterKey, 'access_disabled'],
];

// What a repeat comes to in the end, without the patience of a client's call: a loaded machine may take longer.
async function outcomeOf({ masterKey, planNumber }: Resource, label: string): Promise<unknown> {
  const { rows } = await pool().query(
    `SELECT outcome FROM activate_calls($1, false, $2::bytea[], $3::int[], ARRAY[NULL], $4::text[], $5::text[], ARRAY[''], ARRAY[''], ARRAY[''])`,
    [AT.toISOString(), [lookupDigest(masterKey)], [planNumber], ['laptop'], [label]],
  );
  return rows[0]?.outcome;
}

test.each(changes)(
  'a repeat that had read the master key before it was %s is refused and writes nothing',
  async (_change, change, refusal) => {
    const resource = await aResource({ activationLimit: 5 });
    const { customerId, resourceId } = resource;
    expect(await outcomeOf(resource, 'before')).toBe('activated');
    expect(await outcomeOf(resource, 'again')).toBe('active');
    const keyId = (await readMasterHint(customerId))?.id ?? '';

    const release = await holdLock('SELECT 1 FROM api_resource WHERE id = $1 FOR UPDATE', [resourceId]);
    // First in the queue for the licences, so committed first; the repeat behind it has read the key by then.
    const changed = change({ customerId, keyId, actor: bySystem });
    await untilWaiting(1);
    const repeat = outcomeOf(resource, 'after');
    await untilWaiting(2);
    await release();
    expect(await changed).toMatchObject({ ok: true });
    expect(await repeat).toBe(refusal);
    expect(await db().activation.findMany({ where: { customerId } })).toMatchObject([
      { label: 'again', licenseKeyId: keyId },
    ]);
  },
);
