import type { Actor } from '../../audit/record-audit';
import type { Tx } from '../../db/client';
import type { PaymentEvent } from '../../payments/read-payment-event';
import { applyPaymentEvent } from '../apply-payment-event';
import type { FindingStep } from './finding-steps';
import type { ReconcileObject } from './read-news';
import { changesBetween, readSubjects } from './read-subjects';
import { sayNews } from './say-news';

/**
 * Applies what Stripe says of an object, as its events would have been, inside the caller's transaction, and tells what each
 * of them changed. News that changed nothing is left out.
 */
export async function takeSteps(
  tx: Tx,
  { object, news }: { object: ReconcileObject; news: readonly PaymentEvent[] },
  by: { at: Date; actor: Actor },
): Promise<FindingStep[]> {
  const steps: FindingStep[] = [];
  let before = await readSubjects(tx, object);
  for (const event of news) {
    await applyPaymentEvent(tx, event, by);
    const after = await readSubjects(tx, object);
    const changes = changesBetween(before, after);
    const says = sayNews(event);
    if (says && changes.length > 0) steps.push({ says, changes });
    before = after;
  }
  return steps;
}
