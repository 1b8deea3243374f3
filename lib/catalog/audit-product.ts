import { type Actor, recordAudit } from '../audit/record-audit';
import type { Tx } from '../db/client';

type Value = string | number | boolean | null;

/** The audit keeps the beginning of a long text: enough to see what was changed, not a second copy of it. */
const LONGEST = 2_000;

/**
 * Records what became of a product or one of its plans: of each fact that differs, both values. Without `before` it is new.
 */
export async function auditProduct<Name extends string>(
  tx: Tx,
  change: {
    actor: Actor;
    action: `product.${string}` | `plan.${string}`;
    objectId: string;
    before?: Readonly<Record<Name, Value>>;
    after: Readonly<Record<Name, Value>>;
    at: Date;
  },
): Promise<void> {
  const { actor, action, objectId, before, after, at } = change;
  // The keys of a record are its names; Object.keys cannot say so.
  const names = (Object.keys(after) as Name[]).filter((name) => !before || before[name] !== after[name]);
  const valuesOf = (row: Readonly<Record<Name, Value>>) =>
    Object.fromEntries(names.map((name) => [name, short(row[name])]));
  await recordAudit(tx, {
    actor,
    action,
    objectKind: action.startsWith('plan.') ? 'plan' : 'product',
    objectId,
    ...(before ? { before: valuesOf(before) } : {}),
    after: valuesOf(after),
    at,
  });
}

function short(value: Value): Value {
  return typeof value === 'string' && value.length > LONGEST ? `${value.slice(0, LONGEST)}…` : value;
}
