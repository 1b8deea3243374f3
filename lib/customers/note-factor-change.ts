import { type Actor, recordAudit } from '../audit/record-audit';
import type { Tx } from '../db/client';
import { enqueueMail, type FactorChange } from '../jobs/enqueue-mail';

const ACTIONS = {
  added: 'second_factor.add',
  removed: 'second_factor.remove',
  reset: 'second_factor.reset',
  codes_made: 'recovery_codes.make',
  code_used: 'recovery_code.use',
} as const satisfies Record<FactorChange['change'], string>;

/** Records a change of somebody's second factors and tells its owner by mail, in the caller's transaction. */
export async function noteFactorChange(
  tx: Tx,
  noted: { customer: { id: string; email: string }; actor: Actor; factorId?: string; kind?: string } & FactorChange,
  at: Date,
): Promise<void> {
  const { customer, actor, factorId, kind, change, name, left } = noted;
  const [action, told] = [
    ACTIONS[change],
    { ...(name === undefined ? {} : { name }), ...(left === undefined ? {} : { left }) },
  ];
  const facts = { change, ...told, at: at.toISOString(), ...(actor.address ? { address: actor.address } : {}) };
  await enqueueMail(
    tx,
    { template: 'second_factor_changed', to: customer.email, facts },
    `mail|second_factor|${customer.id}|${change}|${factorId ?? ''}|${at.toISOString()}`,
  );
  const about = { ...told, ...(factorId === undefined ? {} : { factorId }), ...(kind === undefined ? {} : { kind }) };
  const isLoss = change === 'removed' || change === 'reset';
  await recordAudit(tx, {
    actor,
    action,
    objectKind: 'customer',
    objectId: customer.id,
    ...(isLoss ? { before: about } : { after: about }),
    at,
  });
}
