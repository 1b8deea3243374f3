import type { Metadata } from 'next';
import { requireAdmin } from '@/lib/auth/require-admin';
import { type AdminProduct, listAdminProducts } from '@/lib/catalog/list-admin-products';
import { PRODUCT_STANDINGS } from '@/lib/catalog/product-standing';
import { text } from '../../_texts/text';
import { Badge } from '../../_ui/badge';
import { Link } from '../../_ui/link';
import { LinkButton } from '../../_ui/link-button';
import { PageHeader } from '../../_ui/page-header';
import { Table } from '../../_ui/table';
import { PageNotice } from '../../account/_parts/page-notice';
import type { SearchParams } from '../../products/catalogue-view';
import { AdminList } from '../_list/admin-list';
import type { ListFilter } from '../_list/list-filter';
import { readListView } from '../_list/list-view';

export const metadata: Metadata = { title: text('products.title') };

const PATH = '/admin/products';

const deleted = { deleted: { tone: 'good' as const, key: 'editor.notice.deleted' as const } };

/** Every product, on sale or not, with what it stands at. */
export default async function ProductsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  await requireAdmin(PATH);
  const params = await searchParams;
  const view = readListView(PATH, params, ['state']);
  const standing = PRODUCT_STANDINGS.find((known) => known === view.filters.state);
  const rows = await listAdminProducts({ text: view.q, ...(standing ? { standing } : {}) });
  const create = <LinkButton href={`${PATH}/new`}>{text('editor.new')}</LinkButton>;
  return (
    <>
      <PageHeader title={text('products.title')} text={text('products.text')} actions={create} />
      <PageNotice code={params.notice} known={deleted} />
      <AdminList
        view={view}
        searchLabel={text('products.search')}
        filters={[stateFilter()]}
        page={{ rows, previous: undefined, next: undefined, isCursorBroken: false }}
        count={text('products.count', { count: rows.length })}
        empty={{ title: text('products.emptyTitle'), text: text('products.emptyText'), action: create }}
      >
        <ProductTable products={rows} />
      </AdminList>
    </>
  );
}

function stateFilter(): ListFilter {
  return {
    name: 'state',
    label: text('products.state'),
    any: text('products.anyState'),
    options: PRODUCT_STANDINGS.map((value) => ({ value, label: text(`products.${value}`) })),
  };
}

function ProductTable({ products }: { products: AdminProduct[] }) {
  return (
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
  );
}

function cellsOf(product: AdminProduct) {
  return {
    product: (
      <span className="flex flex-col items-start">
        <Link href={`/admin/products/${product.number}/sale`} className="link">
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
    state: (
      <Badge tone={product.standing === 'published' ? 'good' : 'neutral'}>{text(`products.${product.standing}`)}</Badge>
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
