import type { Metadata } from 'next';
import Link from 'next/link';
import { requireAdmin } from '@/lib/auth/require-admin';
import { type AdminProduct, listAdminProducts } from '@/lib/catalog/list-admin-products';
import { text } from '../../_texts/text';
import { Badge } from '../../_ui/badge';
import { EmptyState } from '../../_ui/empty-state';
import { PageHeader } from '../../_ui/page-header';
import { Table } from '../../_ui/table';

export const metadata: Metadata = { title: text('products.title') };

/** Every product, on sale or not, with what it stands at. */
export default async function ProductsPage() {
  await requireAdmin('/admin/products');
  const products = await listAdminProducts();
  return (
    <>
      <PageHeader title={text('products.title')} text={text('products.text')} />
      {products.length === 0 ? (
        <EmptyState title={text('products.emptyTitle')} text={text('products.emptyText')} />
      ) : (
        <Table
          caption={text('products.caption')}
          columns={[
            { key: 'product', header: text('products.product') },
            { key: 'version', header: text('products.version') },
            { key: 'plans', header: text('products.plans') },
            { key: 'sold', header: text('products.keysSold'), align: 'end' },
            { key: 'state', header: text('products.state') },
          ]}
          rows={products.map((product) => ({ id: product.id, cells: cellsOf(product) }))}
        />
      )}
    </>
  );
}

function cellsOf(product: AdminProduct) {
  return {
    product: (
      <span className="flex flex-col items-start">
        <Link href={`/admin/products/${product.number}/versions`} className="link">
          {product.title}
        </Link>
        <Muted>{text('products.idNumber', { number: String(product.number) })}</Muted>
      </span>
    ),
    version: <Version product={product} />,
    plans: <Plans product={product} />,
    sold:
      product.keysSold === 0 ? (
        <Muted>{text('products.none')}</Muted>
      ) : (
        <span className="nums">{product.keysSold.toLocaleString('en')}</span>
      ),
    state: product.isPublished ? (
      <Badge tone="good">{text('products.published')}</Badge>
    ) : (
      <Badge>{text('products.unlisted')}</Badge>
    ),
  };
}

function Version({ product: { newestVersion, drafts } }: { product: AdminProduct }) {
  return (
    <span className="flex flex-col items-end sm:items-start">
      {newestVersion === undefined ? (
        <Muted>{text('products.noVersion')}</Muted>
      ) : (
        <span className="break-all font-mono text-sm">{newestVersion}</span>
      )}
      {drafts > 0 ? <Muted>{text('products.drafts', { count: drafts })}</Muted> : null}
    </span>
  );
}

function Plans({ product: { plans } }: { product: AdminProduct }) {
  if (plans.length === 0) return <Muted>{text('products.noPlans')}</Muted>;
  return (
    <span className="flex flex-col items-end sm:items-start">
      {plans.map((plan) => (
        <span key={plan.number} className="text-end text-sm sm:text-start">
          {text('products.planNumber', { name: plan.name, number: String(plan.number) })}
        </span>
      ))}
    </span>
  );
}

function Muted({ children }: { children: string }) {
  return <span className="font-normal text-muted text-sm">{children}</span>;
}
