import { hotPool } from '../db/client';
import { takeNotedCalls } from './note-call';

/**
 * Writes the noted calls in one statement and resolves to how many they were. A failed flush loses its log rows: they are
 * observations, not promises.
 */
export async function flushCalls(): Promise<number> {
  const { calls, dropped } = takeNotedCalls();
  if (calls.length === 0) return 0;
  await hotPool().query({
    name: 'write_request_log',
    // As one JSON text: for thousands of rows the driver's array texts take many times as long as JSON.stringify.
    text: `INSERT INTO request_log_entry (at, protocol, action, outcome, key_hint, customer_id, api_resource_id, product, instance,
             version, address, user_agent, duration_us)
           SELECT at, protocol, action, outcome, "keyHint", "customerId", "apiResourceId", product, instance, version, address,
             left("userAgent", 190), "durationUs"
           FROM json_to_recordset($1) AS call(at timestamptz, protocol text, action text, outcome text, "keyHint" text,
             "customerId" uuid, "apiResourceId" uuid, product text, instance text, version text, address text, "userAgent" text,
             "durationUs" int)`,
    values: [JSON.stringify(calls)],
  });
  if (dropped > 0) await noteDropped(calls[0]?.at ?? new Date(0), dropped);
  return calls.length;
}

async function noteDropped(at: Date, dropped: number): Promise<void> {
  await hotPool().query(
    `INSERT INTO request_log_entry (at, protocol, action, outcome, product, duration_us) VALUES ($1, '', 'not_logged', 'ok', $2, 0)`,
    [at, String(dropped)],
  );
}
