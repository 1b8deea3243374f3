import type { AdminOrder } from '@/lib/orders/read-admin-order';
import { text } from '../../../_texts/text';
import { formatPrice } from '../../../_ui/format-price';
import { Link } from '../../../_ui/link';
import { Price } from '../../../_ui/price';
import { Table } from '../../../_ui/table';

type Item = AdminOrder['items'][number];

/** What the order holds and what each item cost. */
export function OrderItems({ order }: { order: AdminOrder }) {
  return (
    <section aria-labelledby="items" className="flex flex-col gap-2">
      <h2 id="items" className="text-lg">
        {text('orders.items')}
      </h2>
      <Table
        caption={text('orders.itemsCaption', { number: String(order.number) })}
        columns={[
          { key: 'item', header: text('orders.item') },
          { key: 'quantity', header: text('orders.quantity'), align: 'end' },
          { key: 'unit', header: text('orders.unitPrice'), align: 'end' },
          { key: 'amount', header: text('orders.amount'), align: 'end' },
        ]}
        rows={order.items.map((item) => ({
          id: item.id,
          cells: {
            item: <ItemName item={item} />,
            quantity: <span className="nums">{item.quantity}</span>,
            unit: <Price minorUnits={item.unitAmount} currency={item.currency} />,
            amount: <Price minorUnits={item.unitAmount * item.quantity} currency={item.currency} />,
          },
        }))}
      />
    </section>
  );
}

function ItemName({ item }: { item: Item }) {
  const facts = [item.planName, text('orders.idNumber', { number: String(item.plan.number) })];
  const { refundedQuantity: quantity, quantity: of, refundedAmount } = item;
  if (item.trialDays) facts.push(text('recurring.trialBadge', { count: item.trialDays }));
  if (quantity > 0) facts.push(text('orders.givenBack', { quantity, of }));
  if (refundedAmount > 0) facts.push(text('orders.moneyBack', { amount: formatPrice(refundedAmount, item.currency) }));
  return (
    <span className="flex flex-col items-start">
      <span>{item.productTitle}</span>
      <span className="font-normal text-muted text-sm">{facts.join(' · ')}</span>
      {item.renewsResource ? (
        <Link href={`/admin/licences/${item.renewsResource.number}`} className="link font-normal text-sm">
          {text('orders.renewsLicence', { number: String(item.renewsResource.number) })}
        </Link>
      ) : null}
    </span>
  );
}
