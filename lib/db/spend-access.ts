import { hotPool } from './client';

/** One call to be paid from a counter of one period, if it has room: an owner's quota or a key's own cap. */
export type AccessSpending = { counter: 'quota' | 'cap'; id: string; period: string; limit: number };
/** `spent` is what the counter says after this call, or still says when it was refused. */
export type AccessSpent = { isGranted: boolean; spent: number };

type Sum = { id: string; period: string; limit: number; calls: number; granted: number; spent: number };

/**
 * Pays for each call from its counter, exactly: of calls that meet at the last one in any number of processes, one is granted.
 * Calls that arrive together share a row and so a statement. The commit does not wait for the disk: a machine that loses its
 * power may give back what was spent in its last moment, and nothing else.
 */
export async function spendAccess(spendings: AccessSpending[]): Promise<AccessSpent[]> {
  const quotas = sumUp(spendings, 'quota');
  const caps = sumUp(spendings, 'cap');
  await Promise.all([spend('quota', quotas), spend('cap', caps)]);
  return spendings.map((spending) => {
    const sum = (spending.counter === 'quota' ? quotas : caps).get(nameOf(spending));
    if (!sum) throw new Error('A call was summed up under another name');
    if (sum.granted === 0) return { isGranted: false, spent: sum.spent };
    sum.granted--;
    return { isGranted: true, spent: sum.spent - sum.granted };
  });
}

/** Gives back what a call paid that was then refused for another reason. */
export async function giveBackAccess({ counter, id, period }: AccessSpending): Promise<void> {
  const { table, column } = TABLES[counter];
  await hotPool().query(`UPDATE ${table} SET calls = calls - 1 WHERE ${column} = $1 AND period = $2 AND calls > 0`, [
    id,
    period,
  ]);
}

const TABLES = {
  quota: { table: 'access_quota', column: 'customer_id' },
  cap: { table: 'access_cap', column: 'access_key_id' },
} as const;

function nameOf({ id, period }: { id: string; period: string }): string {
  return `${id} ${period}`;
}

function sumUp(spendings: AccessSpending[], counter: AccessSpending['counter']): Map<string, Sum> {
  const sums = new Map<string, Sum>();
  for (const spending of spendings) {
    if (spending.counter !== counter) continue;
    const name = nameOf(spending);
    const sum = sums.get(name);
    // Of two limits read around a change of the plan, the smaller one holds for this list.
    if (sum) Object.assign(sum, { calls: sum.calls + 1, limit: Math.min(sum.limit, spending.limit) });
    else {
      const { id, period, limit } = spending;
      sums.set(name, { id, period, limit, calls: 1, granted: 0, spent: 0 });
    }
  }
  return sums;
}

async function spend(counter: AccessSpending['counter'], sums: Map<string, Sum>): Promise<void> {
  if (sums.size === 0) return;
  const missing = await pay(counter, [...sums.values()], sums);
  if (missing.length === 0) return;
  // The first call of an owner in a month.
  const { table, column } = TABLES[counter];
  await hotPool().query(
    `INSERT INTO ${table} (${column}, period) SELECT * FROM unnest($1::uuid[], $2::text[]) ON CONFLICT DO NOTHING`,
    [missing.map((sum) => sum.id), missing.map((sum) => sum.period)],
  );
  await pay(counter, missing, sums);
}

/** Pays where there is a row, and answers with those sums that have none yet. */
async function pay(counter: AccessSpending['counter'], asked: Sum[], sums: Map<string, Sum>): Promise<Sum[]> {
  const { table, column } = TABLES[counter];
  const { rows } = await hotPool().query<{ id: string; period: string; granted: number; spent: number }>({
    name: `spend_access_${counter}`,
    // The rows are locked in one order, so that two processes never wait for each other, and read again once they are held.
    text: `
      WITH lazily AS MATERIALIZED (SELECT set_config('synchronous_commit', 'off', true) AS done),
      held AS (
        SELECT t.${column} AS id, t.period, t.calls, least(a.calls, greatest(0, a.most - t.calls)) AS granted
        FROM unnest($1::uuid[], $2::text[], $3::int[], $4::int[]) AS a(id, period, calls, most)
        JOIN ${table} t ON t.${column} = a.id AND t.period = a.period
        ORDER BY t.${column}, t.period FOR UPDATE OF t
      )
      UPDATE ${table} t SET calls = t.calls + held.granted
      FROM held, lazily WHERE t.${column} = held.id AND t.period = held.period AND lazily.done = 'off'
      RETURNING held.id, held.period, held.granted, t.calls AS spent`,
    values: [
      asked.map((sum) => sum.id),
      asked.map((sum) => sum.period),
      asked.map((sum) => sum.calls),
      asked.map((sum) => sum.limit),
    ],
  });
  const paid = new Set<Sum>();
  for (const row of rows) {
    const sum = sums.get(nameOf(row));
    if (!sum) continue;
    Object.assign(sum, { granted: row.granted, spent: row.spent });
    paid.add(sum);
  }
  return asked.filter((sum) => !paid.has(sum));
}
