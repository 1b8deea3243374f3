import { cancelSubscription } from '../../../../../orders/subscriptions/cancel-subscription';
import { keepSubscription } from '../../../../../orders/subscriptions/keep-subscription';
import { readSubscription } from '../../../../../orders/subscriptions/list-subscriptions';
import { pauseSubscription } from '../../../../../orders/subscriptions/pause-subscription';
import { resumeSubscription } from '../../../../../orders/subscriptions/resume-subscription';
import { type Operation, operation } from '../../operation';
import { actorOf, notFound, numberPath, refuse } from '../shop-fields';
import { presentSubscription, subscriptionSchema } from './present-subscription';

const CHANGES = {
  cancel: { act: cancelSubscription, does: 'End a subscription with the period that is paid.' },
  keep: { act: keepSubscription, does: 'Let a subscription go on that was to end.' },
  pause: { act: pauseSubscription, does: 'Collect no renewals until it is resumed.' },
  resume: { act: resumeSubscription, does: 'Collect renewals again, from the next period on.' },
} as const;

type Verb = keyof typeof CHANGES;

/** One change of a subscription, for its owner or for admins. Asked again, it is so already. */
function changeOperation(verb: Verb, audience: 'owner' | 'admin'): Operation {
  const { act, does } = CHANGES[verb];
  const isOwn = audience === 'owner';
  return operation({
    id: isOwn ? `subscriptions.${verb}` : `subscriptions.admin_${verb}`,
    area: 'orders',
    access: 'write',
    audience,
    method: 'POST',
    path: isOwn ? `/subscriptions/{number}/${verb}` : `/admin/subscriptions/{number}/${verb}`,
    summary: isOwn ? does.replace('a subscription', 'one of your subscriptions') : does,
    refusals: ['not_found', 'conflict', 'payments_unreachable'],
    pathSchema: numberPath,
    answerSchema: subscriptionSchema,
    handle: async ({ caller, path, at }) => {
      const owner = isOwn ? { customerId: caller.customerId } : ('anyone' as const);
      const found = await readSubscription({ number: path.number }, owner);
      if (!found) return notFound;
      const changed = await act({ subscriptionId: found.id, owner, actor: actorOf(caller), at });
      if (!changed.ok && changed.reason === 'subscription_not_found') return notFound;
      if (!changed.ok) {
        return refuse({ reason: changed.reason === 'payments_unreachable' ? changed.reason : 'conflict' });
      }
      const after = await readSubscription({ number: path.number }, owner);
      return after ? { ok: true, body: presentSubscription(after) } : notFound;
    },
  });
}

export const changeSubscriptionOperations: readonly Operation[] = (['owner', 'admin'] as const).flatMap((audience) =>
  (['cancel', 'keep', 'pause', 'resume'] as const).map((verb) => changeOperation(verb, audience)),
);
