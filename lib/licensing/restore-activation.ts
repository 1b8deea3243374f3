import { z } from 'zod';
import { type Actor, recordAudit } from '../audit/record-audit';
import type { Tx } from '../db/client';

/** A deleted activation as its row was, column by column. */
export const goneActivation = z.looseObject({
  id: z.uuid(),
  api_resource_id: z.uuid(),
  customer_id: z.uuid(),
  instance: z.string(),
  label: z.string(),
});

/** taken_again: its instance is active by now. limit_reached: its place is taken. licence_gone: what it stood on is not there. */
const outcomes = z.enum(['restored', 'taken_again', 'limit_reached', 'licence_gone']);

/**
 * Brings a deleted activation back as it was, through the rule that counts every place, and audits it; what stands in the way
 * is answered. The caller has locked its licence.
 */
export async function restoreActivation(
  tx: Tx,
  gone: z.infer<typeof goneActivation>,
  { actor, at }: { actor: Actor; at: Date },
): Promise<z.infer<typeof outcomes>> {
  const [answer] = await tx.$queryRaw<{ outcome: string }[]>`
    SELECT restore_activation(${JSON.stringify(gone)}::jsonb, ${at}::timestamptz) AS outcome`;
  const outcome = outcomes.parse(answer?.outcome);
  if (outcome !== 'restored') return outcome;
  const { api_resource_id: apiResourceId, instance, label } = gone;
  await recordAudit(tx, {
    at,
    actor,
    action: 'activation.restore',
    objectKind: 'activation',
    objectId: gone.id,
    after: { apiResourceId, instance, label },
  });
  return outcome;
}
