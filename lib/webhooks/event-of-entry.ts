import { z } from 'zod';
import type { EventType } from './event-types';
import type { Happening } from './happening';

const EVENT_OF_ACTION: Readonly<Record<string, EventType>> = {
  'order.fulfill': 'order.paid',
  'order.refund': 'order.refunded',
  'order.dispute': 'order.disputed',
  'api_resource.issue': 'licence.issued',
  'api_resource.renew': 'licence.changed',
  'api_resource.extend': 'licence.changed',
  'api_resource.grant_grace': 'licence.changed',
  'api_resource.set_limit': 'licence.changed',
  'api_resource.apply_terms': 'licence.changed',
  'api_resource.change_term': 'licence.changed',
  'api_resource.change_plan': 'licence.changed',
  'api_resource.undo_extend': 'licence.changed',
  'api_resource.suspend': 'licence.suspended',
  'api_resource.undo_resume': 'licence.suspended',
  'api_resource.resume': 'licence.resumed',
  'api_resource.undo_suspend': 'licence.resumed',
  'api_resource.revoke': 'licence.revoked',
  'api_resource.restore': 'licence.restored',
  'activation.create': 'activation.created',
  'activation.restore': 'activation.created',
  'activation.delete': 'activation.deleted',
  'access_key.create': 'api_key.created',
  'access_key.edit': 'api_key.changed',
  'access_key.configure_access': 'api_key.changed',
  'access_key.regenerate': 'api_key.regenerated',
  'access_key.rotate': 'api_key.regenerated',
  'access_key.renew': 'api_key.changed',
  'access_key.disable': 'api_key.disabled',
  'access_key.activate': 'api_key.activated',
  'access_key.leak': 'api_key.leaked',
  'access_key.revoke': 'api_key.revoked',
  'access_key.remove': 'api_key.removed',
};

/** The actions of the audit that receivers are told of. */
export const TOLD_ACTIONS: readonly string[] = Object.keys(EVENT_OF_ACTION);

/** An audit entry as the relay reads it. */
export type ToldEntry = { id: bigint; at: Date; action: string; objectId: string; before: unknown; after: unknown };

/** What an audit entry is to receivers; undefined when it is nothing to them. */
export function happeningOf(entry: ToldEntry): Happening | undefined {
  const type = EVENT_OF_ACTION[entry.action];
  const about = type && aboutOf(entry);
  return type && about && { type, source: `audit:${entry.id}`, at: entry.at, about };
}

function aboutOf({ action, objectId, before, after }: ToldEntry): Happening['about'] | undefined {
  const [noun] = action.split('.');
  if (noun === 'order' || noun === 'api_resource') return { kind: noun, id: objectId };
  if (noun === 'access_key') return { kind: 'api_key', sid: objectId, before };
  // An activation that ended has no row any more; its entry has all that is told of it.
  const place = activationPlace.safeParse(after ?? before);
  return place.success ? { kind: 'activation', id: objectId, ...place.data } : undefined;
}

const activationPlace = z.object({ apiResourceId: z.uuid(), instance: z.string(), label: z.string() });
