import type { WebhookEndpoint } from '../db/generated/client';
import type { EventType } from './event-types';

export type DisabledReason = 'admin' | 'gone' | 'failing';

/** An endpoint as admins see it. Its secret is told once, when it is made. */
export type Endpoint = {
  id: string;
  url: string;
  description: string;
  /** Empty = every type. */
  eventTypes: string[];
  createdAt: Date;
  disabledAt: Date | null;
  disabledReason: DisabledReason | null;
  failingSince: Date | null;
  secretMadeAt: Date;
  /** Until then messages are signed with the earlier secret as well. */
  oldSecretUntil: Date | null;
};

/** The row without its secrets. */
export function endpointOf(row: WebhookEndpoint): Endpoint {
  const { id, url, description, eventTypes, createdAt, disabledAt, failingSince, secretMadeAt, oldSecretUntil } = row;
  // A CHECK lets only these into the column.
  const disabledReason = row.disabledReason as DisabledReason | null;
  const standing = { disabledAt, disabledReason, failingSince, secretMadeAt, oldSecretUntil };
  return { id, url, description, eventTypes, createdAt, ...standing };
}

/** Whether an endpoint that chose `chosen` is told of `type`. */
export function wantsType(chosen: readonly string[], type: EventType): boolean {
  return chosen.length === 0 || chosen.includes(type);
}

/** What the audit may keep of an endpoint: the path of some receivers' addresses is itself a secret. */
export function auditedEndpoint({
  url,
  description,
  eventTypes,
}: Pick<Endpoint, 'url' | 'description' | 'eventTypes'>): { host: string; description: string; eventTypes: string[] } {
  return { host: new URL(url).host, description, eventTypes: [...eventTypes] };
}
