import type { Tx } from '../db/client';

/** What can be counted of a day. `name` is the reason of a refusal, otherwise empty. */
export type DayCount = {
  kind: 'call.served' | 'call.refused' | 'activation.create' | 'activation.delete';
  name: string;
  count: number;
};

/** Counts calls, activations and deactivations in [from, to), from the log and the audit themselves. */
export function countDay(tx: Tx, { from, to }: { from: Date; to: Date }): Promise<DayCount[]> {
  // The list of what is no refusal is lib/request-log/call-filter.ts's, letter by letter as in the index of refusals.
  return tx.$queryRaw<DayCount[]>`
    SELECT 'call.refused' AS kind, outcome AS name, count(*)::int AS count FROM request_log_entry
    WHERE at >= ${from} AND at < ${to} AND outcome NOT IN ('ok', 'ok_again', 'ok_replayed', 'inactive', 'unlicensed')
    GROUP BY outcome
    UNION ALL
    SELECT 'call.served', '', count(*)::int FROM request_log_entry
    WHERE at >= ${from} AND at < ${to} AND outcome IN ('ok', 'ok_again', 'ok_replayed', 'inactive', 'unlicensed')
    HAVING count(*) > 0
    UNION ALL
    SELECT action, '', count(*)::int FROM audit_entry
    WHERE at >= ${from} AND at < ${to} AND action IN ('activation.create', 'activation.delete') GROUP BY action`;
}
