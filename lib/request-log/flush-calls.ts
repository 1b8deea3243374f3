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
    text: `INSERT INTO request_log_entry (at, protocol, action, outcome, key_hint, customer_id, api_resource_id, product, instance,
             version, address, user_agent, duration_us)
           SELECT * FROM unnest($1::timestamptz[], $2::text[], $3::text[], $4::text[], $5::text[], $6::uuid[], $7::uuid[], $8::text[],
             $9::text[], $10::text[], $11::text[], $12::text[], $13::int[])`,
    values: [
      calls.map((call) => call.at),
      calls.map((call) => call.protocol),
      calls.map((call) => call.action),
      calls.map((call) => call.outcome),
      calls.map((call) => call.keyHint),
      calls.map((call) => call.customerId ?? null),
      calls.map((call) => call.apiResourceId ?? null),
      calls.map((call) => call.product),
      calls.map((call) => call.instance),
      calls.map((call) => call.version),
      calls.map((call) => call.address),
      calls.map((call) => call.userAgent.slice(0, 190)),
      calls.map((call) => call.durationUs),
    ],
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
