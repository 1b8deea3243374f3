import type { Renewal } from '@/lib/orders/list-renewals';
import type { OrderItemView, OrderView } from '@/lib/orders/order-view';
import { text } from '../../../_texts/text';
import { Badge } from '../../../_ui/badge';
import { Link } from '../../../_ui/link';
import { Price } from '../../../_ui/price';
import { Table, type TableRow } from '../../../_ui/table';
import { Expires } from '../../_parts/expires';
import { OwnedKey } from '../../_parts/owned-key';
import { RowRenewal } from '../../_parts/row-renewal';
import { revealItemAssociatedKey, revealItemKey } from './actions';

type Column = 'product' | 'key' | 'associated' | 'expires' | 'amount';

type OrderItemsProps = { order: OrderView; renewals: readonly Renewal[] };

/** What the order holds, with the key of each item where the store shows these keys, and its renewal where there is one. */
export function OrderItems({ order, renewals }: OrderItemsProps) {
  const hasKeys = order.items.some((item) => item.productOrderApiKey !== undefined);
  const hasAssociated = order.items.some((item) => item.associatedApiKeys !== undefined);
  const columns = [
    { key: 'product' as const, header: text('account.product') },
    ...(hasKeys ? [{ key: 'key' as const, header: text('account.productOrderApiKey') }] : []),
    ...(hasAssociated ? [{ key: 'associated' as const, header: text('account.associatedApiKey') }] : []),
    ...(order.items.some(({ term }) => term) ? [{ key: 'expires' as const, header: text('account.expires') }] : []),
    { key: 'amount' as const, header: text('account.amount'), align: 'end' as const },
  ];
  return (
    <Table<Column>
      caption={text('account.orderItemsCaption')}
      columns={columns}
      rows={order.items.map((item) => toRow(order, item, renewals))}
    />
  );
}

function toRow(order: OrderView, item: OrderItemView, renewals: readonly Renewal[]): TableRow<Column> {
  const own = renewals.filter(({ resourceNumber }) => resourceNumber === item.licenceNumber);
  return {
    id: item.id,
    cells: {
      product: <Product item={item} />,
      key: <ItemKey order={order} item={item} />,
      associated: <AssociatedKeys order={order} item={item} />,
      expires: item.term ? (
        <span className="flex flex-col items-start gap-1 max-sm:items-end">
          <Expires term={item.term} canPay />
          <RowRenewal renewals={own} />
        </span>
      ) : null,
      amount: <Price minorUnits={item.unitAmount * item.quantity} currency={order.currency} />,
    },
  };
}

function Product({ item }: { item: OrderItemView }) {
  const facts = [item.planName, text('account.productIdNumber', { number: String(item.productNumber) })];
  if (item.trialDays) facts.push(text('recurring.trialBadge', { count: item.trialDays }));
  return (
    <span className="flex flex-col items-start">
      <span>{text('account.quantityTimes', { quantity: item.quantity, title: item.productTitle })}</span>
      <span className="font-normal text-muted text-sm">{facts.join(' · ')}</span>
      {item.licenceNumber === undefined ? null : (
        <Link href={`/account/licences/${item.licenceNumber}`} className="link font-normal text-sm">
          {text('story.pageTitle', { number: String(item.licenceNumber) })}
        </Link>
      )}
      {item.isRenewal ? <Badge>{text('renewals.renewal')}</Badge> : null}
      {item.refundedQuantity > 0 ? (
        <Badge>{`${text('account.itemRefunded')}: ${item.refundedQuantity} / ${item.quantity}`}</Badge>
      ) : null}
    </span>
  );
}

function ItemKey({ order, item }: { order: OrderView; item: OrderItemView }) {
  if (item.productOrderApiKey === undefined) return null;
  const name = text('account.keyOf', { product: item.productTitle, order: String(order.number) });
  return <OwnedKey name={name} value={item.productOrderApiKey} read={revealItemKey.bind(null, order.id, item.id)} />;
}

function AssociatedKeys({ order, item }: { order: OrderView; item: OrderItemView }) {
  const name = text('account.associatedKeyOf', { product: item.productTitle });
  if (item.associatedApiKeys === undefined) return <span className="text-muted">{text('account.associatedNone')}</span>;
  return (
    <span className="flex flex-col items-start gap-1">
      {item.associatedApiKeys.map((key, i) => (
        <OwnedKey key={key} name={name} value={key} read={revealItemAssociatedKey.bind(null, order.id, item.id, i)} />
      ))}
    </span>
  );
}
