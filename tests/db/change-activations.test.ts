import { expect, test } from 'vitest';
import { db, pool } from '@/lib/db/client';
import { gatherCalls } from '@/lib/db/gather-calls';
import { type ActivateCall, activate } from '@/lib/licensing/activate';
import { AT, aCall } from '../support/client-calls';
import { useDatabase } from '../support/database';
import { aResource } from '../support/factories';

useDatabase();

// The second statement of a list fails over a value of the call that is not plain.
const FAIL_OVER_A_VALUE = `
  ALTER FUNCTION activate_calls RENAME TO real_activate_calls;
  CREATE FUNCTION activate_calls(timestamptz, boolean, bytea[], integer[], text[], text[], text[], text[], text[], text[])
  RETURNS TABLE (call integer, outcome text, key_kind license_key_kind, customer_id uuid, api_resource_id uuid,
    activation_id uuid, unlimited boolean, limit_total integer, used_total integer) LANGUAGE plpgsql AS $$ BEGIN
    IF 'faulty' = ANY ($6) THEN RAISE EXCEPTION 'a value' USING ERRCODE = '22000'; END IF;
    RETURN QUERY SELECT * FROM real_activate_calls($1, $2, $3, $4, $5, $6, $7, $8, $9, $10);
  END $$`;

test('a call that was placed before its list failed is told of trouble, never that it was active already', async () => {
  const [{ key, planNumber, resourceId }, other] = [await aResource(), await aResource()];
  await pool().query(FAIL_OVER_A_VALUE);
  const gathered = gatherCalls((calls: ActivateCall[]) => activate(calls, { at: AT, strict: true }), {
    lanes: 1,
    atMost: 2,
  });
  const calls = [aCall(key, planNumber, 'laptop'), aCall(other.key, planNumber, 'faulty')];
  const answers = await Promise.allSettled(calls.map(gathered));
  expect(answers.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(await db().activation.count({ where: { apiResourceId: resourceId } })).toBe(1);
});
