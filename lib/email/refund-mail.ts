import { formatMoney } from './format';
import type { MailBlock, MailContent } from './mail-content';

/** What a refund gave back, and what of its order no longer works. */
export type RefundMailFacts = {
  orderNumber: number;
  currency: string;
  /** Minor units of this refund. */
  amount: number;
  items: RefundedItem[];
};

export type RefundedItem = {
  title: string;
  planName: string;
  /** Units this refund gave back; 0: money only. */
  quantity: number;
  stops: 'all' | 'some' | 'nothing';
  /** Places that are left where some stop; null: unlimited. */
  placesLeft: number | null;
};

/** Money went back to the customer. */
export function orderRefundedMail(facts: RefundMailFacts, links: { orderUrl: string }): MailContent {
  const { orderNumber, items } = facts;
  const money = formatMoney(facts.amount, facts.currency);
  const stopped = items.filter(({ stops }) => stops !== 'nothing');
  return {
    subject: `Your refund of ${money} for order ${orderNumber}`,
    heading: `${money} is on its way back to you`,
    blocks: [
      {
        kind: 'paragraph',
        text: `We refunded ${money} of order ${orderNumber} the way you paid. It can take your bank a few days to show it.`,
      },
      ...stopBlocks(stopped),
    ],
    button: { label: 'View order', url: links.orderUrl },
    reason: 'You get this mail because money of your order was refunded.',
  };
}

function stopBlocks(stopped: RefundedItem[]): MailBlock[] {
  if (stopped.length === 0) return [{ kind: 'paragraph', text: 'Nothing stops working: your keys stay as they are.' }];
  return [
    { kind: 'paragraph', text: 'What this refund covers no longer works:' },
    {
      kind: 'rows',
      rows: stopped.map((item) => ({ label: `${item.title}, ${item.planName}`, value: whatStops(item) })),
    },
  ];
}

function whatStops({ stops, placesLeft }: RefundedItem): string {
  if (stops === 'all') return 'Its keys stopped';
  if (placesLeft === null) return 'Fewer copies';
  return placesLeft === 1 ? '1 activation is left' : `${placesLeft} activations are left`;
}
