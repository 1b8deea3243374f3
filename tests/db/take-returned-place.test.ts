import { expect, test } from 'vitest';
import { db, pool } from '@/lib/db/client';
import { activate } from '@/lib/licensing/activate';
import { lookupDigest } from '@/lib/secrets/lookup-digest';
import { AT, aCall } from '../support/client-calls';
import { useDatabase } from '../support/database';
import { aResource } from '../support/factories';

useDatabase();

const PLACES = 5;
type Resource = Awaited<ReturnType<typeof aResource>>;
/** What another connection does to a licence. */
type Change = { text: string; values: unknown[] };

async function aFullResource(): Promise<Resource> {
  const resource = await aResource({ activationLimit: PLACES });
  const calls = Array.from({ length: PLACES }, (_, i) => aCall(resource.key, resource.planNumber, `site${i}`));
  await activate(calls, { at: AT, strict: false });
  return resource;
}

/** Somebody asks for a place while another connection's change of the licence is not committed yet. */
async function askDuring({ text, values }: Change, calls: ReturnType<typeof aCall>[]) {
  const other = await pool().connect();
  try {
    await other.query('BEGIN');
    await other.query(text, values);
    const answers = activate(calls, { at: AT, strict: false });
    await somebodyWaits();
    await other.query('COMMIT');
    return await answers;
  } finally {
    // A test that failed half-way leaves no locks behind.
    await other.query('ROLLBACK');
    other.release();
  }
}

// As often as the database can be asked: the call that is looked for waits for a lock until the COMMIT above.
async function somebodyWaits(): Promise<void> {
  const text = `SELECT count(*)::int AS waiting FROM pg_stat_activity
    WHERE datname = current_database() AND cardinality(pg_blocking_pids(pid)) > 0`;
  for (let waiting = 0; waiting === 0; ) {
    waiting = (await pool().query<{ waiting: number }>(text)).rows[0]?.waiting ?? 0;
  }
}

const giveBack = ({ key, planNumber }: Resource): Change => ({
  text: 'SELECT * FROM deactivate_calls($1, $2::bytea[], $3::int[], $4::text[], $5::text[], $6::text[])',
  values: [AT.toISOString(), [lookupDigest(key)], [planNumber], [null], ['site0'], ['']],
});
const raiseLimit = ({ resourceId }: Resource): Change => ({
  text: 'SELECT set_activation_limit($1, $2)',
  values: [resourceId, PLACES + 1],
});

test.each<[string, (resource: Resource) => Change, number]>([
  ['given back', giveBack, PLACES],
  ['added', raiseLimit, PLACES + 1],
])('whoever asks for the last place while it is being %s gets it', async (_how, change, used) => {
  const resource = await aFullResource();
  const answers = await askDuring(change(resource), [aCall(resource.key, resource.planNumber, 'newcomer')]);
  expect(answers).toMatchObject([{ ok: true, again: false, allowance: { used, remaining: 0 } }]);
  const { activationCount, activations } = await db().apiResource.findUniqueOrThrow({
    where: { id: resource.resourceId },
    include: { activations: true },
  });
  expect([activationCount, activations.length]).toEqual([used, used]);
});

test('in a list it gets it too, and those beside it theirs', async () => {
  const [full, other] = [await aFullResource(), await aResource()];
  const calls = [aCall(other.key, other.planNumber, 'laptop'), aCall(full.key, full.planNumber, 'newcomer')];
  expect(await askDuring(giveBack(full), calls)).toMatchObject([
    { ok: true, apiResourceId: other.resourceId },
    { ok: true, apiResourceId: full.resourceId, allowance: { used: PLACES, remaining: 0 } },
  ]);
});

test('a count that the database refuses for another reason is not taken for this', async () => {
  const { key, planNumber, resourceId } = await aResource();
  await pool().query('ALTER TABLE api_resource ADD CONSTRAINT never_counted CHECK (activation_count = 0) NOT VALID');
  const asked = activate([aCall(key, planNumber, 'laptop')], { at: AT, strict: false });
  await expect(asked).rejects.toMatchObject({ constraint: 'never_counted' });
  expect(await db().activation.count({ where: { apiResourceId: resourceId } })).toBe(0);
  await pool().query('ALTER TABLE api_resource DROP CONSTRAINT never_counted');
});
