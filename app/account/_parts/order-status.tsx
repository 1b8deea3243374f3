import type { OrderView } from '@/lib/orders/order-view';
import { text } from '../../_texts/text';
import { Badge } from '../../_ui/badge';

const TONES = {
  awaiting_payment: 'warn',
  paid: 'good',
  partially_refunded: 'neutral',
  refunded: 'neutral',
  cancelled: 'bad',
} as const;

/** Where an order stands, in a word. */
export function OrderStatus({ status }: { status: OrderView['status'] }) {
  return <Badge tone={TONES[status]}>{text(`account.status.${status}`)}</Badge>;
}
