import { hotPool } from '../db/client';
import { storableJson } from '../db/storable-json';
import { withoutKeys } from '../secrets/without-keys';
import { type NotedCall, takeNotedCalls } from './note-call';

/**
 * Writes the noted calls in one statement and resolves to how many they were. A call that the database cannot store is
 * left out and counted; when the database cannot be asked at all, the calls are lost: they are observations, not promises.
 */
export async function flushCalls(): Promise<number> {
  const { calls, dropped } = takeNotedCalls();
  if (calls.length === 0) return 0;
  const written = await writeCalls(calls);
  const lost = dropped + calls.length - written;
  if (lost > 0) await noteDropped(calls[0]?.at ?? new Date(0), lost);
  return written;
}

/** Resolves to how many could be written; refused as a whole, a list is halved until only the faulty call is left out. */
async function writeCalls(calls: NotedCall[]): Promise<number> {
  try {
    await insertCalls(calls);
    return calls.length;
  } catch (error) {
    if (!isFaultyValue(error)) throw error;
    if (calls.length === 1) return 0;
    const half = calls.length >> 1;
    return (await writeCalls(calls.slice(0, half))) + (await writeCalls(calls.slice(half)));
  }
}

async function insertCalls(calls: NotedCall[]): Promise<void> {
  await hotPool().query({
    name: 'write_request_log',
    // As one JSON text: for thousands of rows the driver's array texts take many times as long as JSON.stringify.
    text: `INSERT INTO request_log_entry (at, protocol, action, outcome, key_hint, customer_id, api_resource_id, product, instance,
             version, address, user_agent, duration_us, request_id)
           SELECT at, protocol, action, outcome, "keyHint", "customerId", "apiResourceId", left(product, 190), left(instance, 190),
             left(version, 190), address, left("userAgent", 190), "durationUs", "requestId"
           FROM json_to_recordset($1) AS call(at timestamptz, protocol text, action text, outcome text, "keyHint" text,
             "customerId" uuid, "apiResourceId" uuid, product text, instance text, version text, address text, "userAgent" text,
             "durationUs" int, "requestId" text)`,
    // Some clients send their key as the instance, as the product or in their name.
    values: [withoutKeys(storableJson(calls))],
  });
}

/** Data exception or integrity violation (SQLSTATE classes 22 and 23): this list will never be stored. */
function isFaultyValue(error: unknown): boolean {
  return error instanceof Error && 'code' in error && /^2[23]/.test(String(error.code));
}

async function noteDropped(at: Date, dropped: number): Promise<void> {
  await hotPool().query(
    `INSERT INTO request_log_entry (at, protocol, action, outcome, product, duration_us) VALUES ($1, '', 'not_logged', 'ok', $2, 0)`,
    [at, String(dropped)],
  );
}
