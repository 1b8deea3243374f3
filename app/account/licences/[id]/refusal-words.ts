import { unreachable } from '@/lib/errors';
import type { OwnRefusal, RefusedCall } from '@/lib/licensing/list-refused-calls';
import { text } from '../../../_texts/text';

type Asked = Pick<RefusedCall, 'reason' | 'product'>;

/** Why a call was refused, told to whom the key belongs. Where what admins read is true for them too, it is the same. */
export function whyOf({ reason, product }: Asked): string {
  switch (reason) {
    case 'access_disabled':
    case 'already_active':
    case 'associated_key':
    case 'wrong_product':
      return text(`ownActivations.why.${reason}`, { product });
    case 'revoked':
    case 'suspended':
    case 'expired':
    case 'activation_not_found':
    case 'inactive':
    case 'limit_reached':
      return text(`refusals.why.${reason}`);
    default:
      return unreachable(reason);
  }
}

/** What its owner can do about it. */
export function fixOf({ reason }: Asked, planNumber: number): string {
  return text(`ownActivations.fix.${reason}`, { number: String(planNumber) });
}

/** Where that is done, if it is on another page. */
export function linkOf(reason: OwnRefusal): { href: string; words: string } | undefined {
  switch (reason) {
    case 'expired':
      return { href: '/account/subscriptions', words: text('ownActivations.link.expired') };
    case 'already_active':
      return { href: '/account/api-keys/activations', words: text('ownActivations.link.already_active') };
    case 'limit_reached':
      return { href: '/help/activation-limit', words: text('ownActivations.link.limit_reached') };
    default:
      return undefined;
  }
}
