import { unreachable } from '../errors';
import { type ResourceFacts, resourceState } from '../licensing/resource-state';

/** Why a right opens no download at the moment. */
export type ClosedReason = 'account_disabled' | 'license_revoked' | 'license_suspended' | 'license_expired';

/** The reason why nothing can be downloaded through this API Resource, or undefined while it is open. */
export function closedReason(
  resource: ResourceFacts & { customer: { disabledAt: Date | null } },
  at: Date,
): ClosedReason | undefined {
  if (resource.customer.disabledAt) return 'account_disabled';
  const state = resourceState(resource, at);
  switch (state) {
    case 'live':
    case 'grace':
      return undefined;
    case 'suspended':
      return 'license_suspended';
    case 'expired':
      return 'license_expired';
    case 'revoked':
      return 'license_revoked';
    default:
      return unreachable(state);
  }
}
