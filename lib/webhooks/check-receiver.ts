import { network, type RemoteEdge } from '../storage/fetch-remote';
import { checkTarget } from '../storage/public-address';
import { CHOSEN_TYPES, isEventType } from './event-types';
import { isOwnMachine } from './send-message';

export type ReceiverFault =
  | 'address_invalid'
  | 'not_https'
  | 'private_address'
  | 'address_too_long'
  | 'description_too_long'
  | 'unknown_type';

/** What an admin enters about an endpoint. `eventTypes` empty = every type. */
export type ReceiverEntry = { url: string; description: string; eventTypes: string[] };

const LONGEST_ADDRESS = 2_000;
const LONGEST_DESCRIPTION = 200;

/**
 * The entry as it is kept, or what is wrong with it. Only https, and no name that leads to an inner network; a name that is
 * not found now may be there tomorrow.
 */
export async function checkReceiver(
  entry: ReceiverEntry,
  edge: RemoteEdge = network,
): Promise<{ ok: true; entry: ReceiverEntry } | { ok: false; reason: ReceiverFault }> {
  const description = entry.description.trim();
  if (description.length > LONGEST_DESCRIPTION) return { ok: false, reason: 'description_too_long' };
  if (entry.url.length > LONGEST_ADDRESS) return { ok: false, reason: 'address_too_long' };
  if (!entry.eventTypes.every((type) => isEventType(type) && CHOSEN_TYPES.includes(type))) {
    return { ok: false, reason: 'unknown_type' };
  }
  const url = entry.url.trim();
  const eventTypes = CHOSEN_TYPES.filter((type) => entry.eventTypes.includes(type));
  if (!isOwnMachine(url)) {
    const target = await checkTarget(url, edge.resolve);
    if (!target.ok && target.reason !== 'name_not_found') return { ok: false, reason: target.reason };
  }
  return { ok: true, entry: { url: new URL(url).href, description, eventTypes } };
}
