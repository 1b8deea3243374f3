import type { ReactNode } from 'react';
import { unreachable } from '@/lib/errors';
import type { Change, Says } from '@/lib/orders/reconcile/finding-steps';
import { text } from '../../_texts/text';
import { DateTime } from '../../_ui/date-time';
import { formatPrice } from '../../_ui/format-price';

/** What Stripe says, as a sentence. */
export function sayStripe(says: Says): string {
  switch (says.kind) {
    case 'payment':
      return text(`reconcile.says.payment.${says.status}`, { amount: formatPrice(says.amount, says.currency) });
    case 'refunds': {
      const refunds = says.refunds.map(({ id, amount, status }) =>
        text(`reconcile.says.refund.${status}`, { id, amount: formatPrice(amount, says.currency) }),
      );
      if (refunds.length === 0) return text('reconcile.says.refundsNone');
      return text('reconcile.says.refunds', { refunds: refunds.join(', ') });
    }
    case 'dispute':
      return text(`reconcile.says.dispute.${says.status}`, { id: says.id });
    case 'subscription':
      return text(`reconcile.says.subscription.${says.status}`);
    case 'invoice': {
      const invoice = says.number ?? says.id;
      return text(`reconcile.says.invoice.${says.status}`, {
        invoice,
        amount: formatPrice(says.amount, says.currency),
      });
    }
    default:
      return unreachable(says);
  }
}

/** What a change is about: "Licence 12". */
export function nameSubject({ kind, number }: Change['subject']): string {
  return number === null
    ? text('reconcile.object.newOrder')
    : text(`reconcile.object.${kind}`, { number: String(number) });
}

type Value = Change['before'];

/** One side of a change. */
export function ChangeValue({ of: { field, currency }, value }: { of: Change; value: Value }): ReactNode {
  if (field === 'made') return text(value === true ? 'reconcile.made' : 'reconcile.notMade');
  if (typeof value === 'boolean') return text(value ? 'reconcile.yes' : 'reconcile.no');
  if (value === null) return nothingOf(field);
  if (field.endsWith('_at') || field.endsWith('_until')) return <DateTime at={String(value)} form="moment" />;
  if (typeof value === 'number') {
    if (field === 'refunded_amount' && currency) return formatPrice(value, currency);
    return value.toLocaleString('en');
  }
  return field === 'status' ? statusWords(value) : <span className="break-all">{value}</span>;
}

function nothingOf(field: Change['field']): string {
  if (field === 'places') return text('reconcile.unlimited');
  return text(field === 'expires_at' || field === 'updates_until' ? 'reconcile.lifetime' : 'reconcile.none');
}

function statusWords(status: string): string {
  switch (status) {
    case 'awaiting_payment':
    case 'partially_refunded':
    case 'past_due':
    case 'trialing':
      return text(`reconcile.status.${status}`);
    default:
      return status;
  }
}
