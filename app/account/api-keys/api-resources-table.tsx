import type { ListedResource } from '@/lib/licensing/list-api-resources';
import type { Renewal } from '@/lib/orders/list-renewals';
import { text } from '../../_texts/text';
import { CopyButton } from '../../_ui/copy-button';
import { Link } from '../../_ui/link';
import { Table, type TableRow } from '../../_ui/table';
import { Expires } from '../_parts/expires';
import { OwnedKey } from '../_parts/owned-key';
import { RowRenewal, renewalsOf } from '../_parts/row-renewal';
import { usedOfTotal } from '../_parts/used';
import { revealAssociatedKey, revealProductOrderKey } from './actions';
import { ActivationList } from './activation-list';

type Column = 'product' | 'id' | 'key' | 'associated' | 'expires' | 'activations';

type ApiResourcesTableProps = {
  resources: ListedResource[];
  renewals: Renewal[];
  hasKeys: boolean;
  hasAssociatedKeys: boolean;
};

/** The API Resources in both shapes: with the key of each order item, or merged by product without any. Associated keys in either. */
export function ApiResourcesTable({ resources, renewals, hasKeys, hasAssociatedKeys }: ApiResourcesTableProps) {
  const columns: { key: Column; header: string }[] = [
    { key: 'product', header: text('account.productTitle') },
    { key: 'id', header: text('account.productId') },
    ...(hasKeys ? [{ key: 'key' as const, header: text('account.productOrderApiKey') }] : []),
    ...(hasAssociatedKeys ? [{ key: 'associated' as const, header: text('account.associatedApiKey') }] : []),
    { key: 'expires', header: text('account.expires') },
    { key: 'activations', header: text('account.activations') },
  ];
  return (
    <Table
      caption={text('account.resourcesCaption')}
      columns={columns}
      rows={resources.map((resource) => toRow(resource, renewalsOf(resource, renewals)))}
    />
  );
}

function toRow(resource: ListedResource, renewals: Renewal[]): TableRow<Column> {
  return {
    id: resource.id,
    cells: {
      product: <ProductTitle resource={resource} />,
      id: <ProductId resource={resource} />,
      key: <ProductOrderKey resource={resource} />,
      associated: <AssociatedKeys resource={resource} />,
      expires: (
        <span className="flex flex-col items-start gap-1 max-sm:items-end">
          <Expires term={resource.term} canPay />
          <RowRenewal renewals={renewals} />
        </span>
      ),
      activations: <span className="nums">{usedOfTotal(resource.allowance)}</span>,
    },
    detail: <ActivationList resource={resource} />,
  };
}

function ProductTitle({ resource }: { resource: ListedResource }) {
  const { id, productTitle, productNumber, planName, orderId, orderNumber } = resource;
  return (
    <span className="flex flex-col">
      <span>{productTitle}</span>
      <span className="font-normal text-muted text-sm">
        {[text('account.productIdNumber', { number: String(productNumber) }), planName].filter(Boolean).join(' · ')}
        {orderId === undefined || orderNumber === undefined ? null : (
          <>
            {' · '}
            <Link href={`/account/orders/${orderId}`} className="text-brass underline underline-offset-2">
              {text('account.order', { number: String(orderNumber) })}
            </Link>
            {' · '}
            <Link
              href={`/account/licences/${id}`}
              aria-label={text('story.linkName', { product: productTitle, order: String(orderNumber) })}
              className="text-brass underline underline-offset-2"
            >
              {text('story.link')}
            </Link>
          </>
        )}
      </span>
    </span>
  );
}

function ProductId({ resource }: { resource: ListedResource }) {
  const number = String(resource.productNumber);
  return (
    <span className="inline-flex items-center gap-1 font-mono">
      {number}
      <CopyButton name={text('account.idOf', { product: resource.productTitle })} value={number} />
    </span>
  );
}

function ProductOrderKey({ resource }: { resource: ListedResource }) {
  const { id, productOrderApiKey, productTitle, orderNumber } = resource;
  if (productOrderApiKey === undefined) return null;
  const name = text('account.keyOf', { product: productTitle, order: String(orderNumber ?? '') });
  return <OwnedKey name={name} value={productOrderApiKey} read={revealProductOrderKey.bind(null, id)} />;
}

/** Custom keys handed out with the purchase, and keys from before this store. */
function AssociatedKeys({ resource }: { resource: ListedResource }) {
  const name = text('account.associatedKeyOf', { product: resource.productTitle });
  if (resource.associatedApiKeys.length === 0)
    return <span className="text-muted">{text('account.associatedNone')}</span>;
  return (
    <span className="flex flex-col items-start gap-1">
      {resource.associatedApiKeys.map(({ id, key }) => (
        <OwnedKey key={id} name={name} value={key} read={revealAssociatedKey.bind(null, id)} />
      ))}
    </span>
  );
}
