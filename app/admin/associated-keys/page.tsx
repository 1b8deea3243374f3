import type { Metadata } from 'next';
import { requireAdmin } from '@/lib/auth/require-admin';
import { type KeyStock, listKeyStock } from '@/lib/licensing/list-key-stock';
import { text } from '../../_texts/text';
import { Badge } from '../../_ui/badge';
import { EmptyState } from '../../_ui/empty-state';
import { Link } from '../../_ui/link';
import { PageHeader } from '../../_ui/page-header';
import { Table } from '../../_ui/table';

export const metadata: Metadata = { title: text('stock.title') };

/** Every product with its stock of associated keys. */
export default async function AssociatedKeysPage() {
  await requireAdmin('/admin/associated-keys');
  const products = await listKeyStock();
  return (
    <>
      <PageHeader title={text('stock.title')} text={text('stock.text')} />
      {products.length === 0 ? (
        <EmptyState title={text('stock.noProductsTitle')} text={text('stock.noProductsText')} />
      ) : (
        <Table
          caption={text('stock.caption')}
          columns={[
            { key: 'product', header: text('stock.product') },
            { key: 'inStock', header: text('stock.inStock'), align: 'end' },
            { key: 'handedOut', header: text('stock.handedOut'), align: 'end' },
            { key: 'waiting', header: text('stock.waiting'), align: 'end' },
          ]}
          rows={products.map((product) => ({ id: product.productId, cells: cellsOf(product) }))}
        />
      )}
    </>
  );
}

function cellsOf(product: KeyStock) {
  const isEmpty = product.inStock === 0 && product.handedOut + product.waiting > 0;
  return {
    product: (
      <span className="flex flex-col items-start">
        <Link href={`/admin/associated-keys/${product.productNumber}`} className="link">
          {product.productTitle}
        </Link>
        <span className="font-normal text-muted text-sm">
          {text('stock.idNumber', { number: String(product.productNumber) })}
        </span>
      </span>
    ),
    inStock: isEmpty ? <Badge tone="warn">{text('stock.empty')}</Badge> : <Count value={product.inStock} />,
    handedOut: <Count value={product.handedOut} />,
    waiting: product.waiting > 0 ? <Badge tone="warn">{String(product.waiting)}</Badge> : <Count value={0} />,
  };
}

function Count({ value }: { value: number }) {
  return value === 0 ? (
    <span className="text-muted">{text('stock.none')}</span>
  ) : (
    <span className="nums">{value.toLocaleString('en')}</span>
  );
}
