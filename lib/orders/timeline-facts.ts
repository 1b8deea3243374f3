import { z } from 'zod';

/** A row of the audit, as far as a timeline needs it. */
export type AuditRow = {
  id: bigint;
  at: Date;
  actorKind: string;
  actorId: string | null;
  via: string;
  action: string;
  objectId: string;
  before: unknown;
  after: unknown;
};

/** What happened, for a sentence. Amounts are minor units of the order's currency; `resource` is an API Resource's number. */
export type TimelineFact =
  | { kind: 'placed' | 'awaiting_payment' | 'cancelled' | 'held' | 'note_deleted' }
  | { kind: 'paid'; amount: number }
  | { kind: 'entered'; paid: 'free' | 'outside'; reference: string | null }
  | { kind: 'refund_asked'; amount: number; reason: 'duplicate' | 'fraudulent' | 'requested_by_customer' }
  | { kind: 'refund_refused'; detail: string }
  | { kind: 'refunded'; refundedAmount: number; isAll: boolean }
  | { kind: 'disputed'; status: 'open' | 'won' | 'lost' }
  | { kind: 'mail_again'; requestId: string }
  | { kind: 'mail'; mailId: string; template: 'order' | 'awaiting_payment' | 'payment_failed'; state: MailState }
  | { kind: 'keys_issued' | 'revoked' | 'restored' | 'suspended' | 'resumed' | 'grace'; resource: number }
  | { kind: 'associated_handed_out' }
  | { kind: 'note'; noteId: string; authorId: string; body: string }
  | { kind: 'limit_changed'; resource: number; was: number | null; is: number | null }
  | { kind: 'term_changed'; resource: number; was: Date | null; is: Date | null }
  | { kind: 'activated' | 'activation_deleted'; place: string };

type MailState = 'waiting' | 'sent' | 'failed';

type Sides = { before: unknown; after: unknown; resource: number };

const limit = z.object({ activationLimit: z.number().nullable() });
const term = z.object({ expiresAt: z.iso.datetime().nullable() });
const place = z.object({ label: z.string(), instance: z.string() });

const READERS: Record<string, (sides: Sides) => TimelineFact> = {
  'order.await_payment': () => ({ kind: 'awaiting_payment' }),
  'order.cancel': () => ({ kind: 'cancelled' }),
  'checkout.hold': () => ({ kind: 'held' }),
  'order.delete_note': () => ({ kind: 'note_deleted' }),
  'order.fulfill': ({ after }) => ({
    kind: 'paid',
    amount: z.object({ totalAmount: z.number() }).parse(after).totalAmount,
  }),
  'order.create': ({ after }) => ({
    kind: 'entered',
    ...z.object({ paid: z.enum(['free', 'outside']), reference: z.string().nullable() }).parse(after),
  }),
  'order.request_refund': ({ after }) => ({ kind: 'refund_asked', ...asked.parse(after) }),
  'order.refuse_refund': ({ after }) => ({ kind: 'refund_refused', ...z.object({ detail: z.string() }).parse(after) }),
  'order.refund': ({ after }) => {
    const { refundedAmount, status } = z.object({ refundedAmount: z.number(), status: z.string() }).parse(after);
    return { kind: 'refunded', refundedAmount, isAll: status === 'refunded' };
  },
  'order.dispute': ({ after }) => {
    const { dispute } = z.object({ dispute: z.string() }).parse(after);
    return { kind: 'disputed', status: z.enum(['open', 'won', 'lost']).parse(dispute.split(':').at(-1)) };
  },
  'order.resend_mail': ({ after }) => ({ kind: 'mail_again', ...z.object({ requestId: z.string() }).parse(after) }),
  'api_resource.issue': ({ resource }) => ({ kind: 'keys_issued', resource }),
  'api_resource.revoke': ({ resource }) => ({ kind: 'revoked', resource }),
  'api_resource.restore': ({ resource }) => ({ kind: 'restored', resource }),
  'api_resource.suspend': ({ resource }) => ({ kind: 'suspended', resource }),
  'api_resource.resume': ({ resource }) => ({ kind: 'resumed', resource }),
  'api_resource.grant_grace': ({ resource }) => ({ kind: 'grace', resource }),
  'api_resource.set_limit': ({ before, after, resource }) => ({
    kind: 'limit_changed',
    resource,
    was: limit.parse(before).activationLimit,
    is: limit.parse(after).activationLimit,
  }),
  'api_resource.extend': termChange,
  'api_resource.renew': termChange,
  'api_resource.change_term': termChange,
  'api_resource.apply_terms': termChange,
  'associated_api_key.hand_out': () => ({ kind: 'associated_handed_out' }),
  'activation.delete': ({ before }) => {
    const { label, instance } = place.parse(before);
    return { kind: 'activation_deleted', place: label || instance };
  },
};

const asked = z.object({
  amount: z.number(),
  reason: z.enum(['duplicate', 'fraudulent', 'requested_by_customer']),
});

/** What an audit row tells of an order, or undefined when it is not for its timeline. `numbers`: of the API Resources by id. */
export function factOf(row: AuditRow, numbers: Map<string, number>): TimelineFact | undefined {
  const { before, after } = row;
  try {
    return READERS[row.action]?.({ before, after, resource: numbers.get(row.objectId) ?? 0 });
  } catch (error) {
    // A row of another version of the store must not hide all the others.
    if (error instanceof z.ZodError) return undefined;
    throw error;
  }
}

function termChange({ before, after, resource }: Sides): TimelineFact {
  const [was, is] = [term.parse(before).expiresAt, term.parse(after).expiresAt];
  return { kind: 'term_changed', resource, was: was ? new Date(was) : null, is: is ? new Date(is) : null };
}
