import type { Metadata } from 'next';
import { listProducts } from '@/lib/catalog/list-products';
import { text } from '../_texts/text';
import { EmptyState } from '../_ui/empty-state';
import { LinkButton } from '../_ui/link-button';
import { PageHeader } from '../_ui/page-header';
import { catalogueView, type SearchParams } from './catalogue-view';
import { ProductGrid } from './product-grid';
import { ProductSearch } from './product-search';

export const metadata: Metadata = { title: text('shop.catalogueTitle') };

/** Public: the catalogue with search and filters. */
export default async function ProductsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const view = catalogueView(await searchParams);
  const list = await listProducts(view);
  const count = list.products.length;
  const isNarrowed = Boolean(view.query || view.category || view.platform);
  return (
    <div className="flex flex-col gap-8">
      <PageHeader title={text('shop.catalogueTitle')} text={text('shop.catalogueText')} />
      <ProductSearch view={view} list={list} />
      {isNarrowed && count > 0 ? (
        <p role="status" className="text-muted">
          {view.query ? text('shop.foundFor', { count, query: view.query }) : text('shop.found', { count })}
        </p>
      ) : null}
      {count > 0 ? <h2 className="sr-only">{text('shop.found', { count })}</h2> : null}
      {count > 0 ? <ProductGrid products={list.products} /> : <NothingFound isNarrowed={isNarrowed} />}
    </div>
  );
}

function NothingFound({ isNarrowed }: { isNarrowed: boolean }) {
  if (!isNarrowed) return <EmptyState title={text('shop.emptyTitle')} text={text('shop.emptyText')} />;
  return (
    <EmptyState
      title={text('shop.noMatchTitle')}
      text={text('shop.noMatchText')}
      action={<LinkButton href="/products">{text('shop.noMatchAction')}</LinkButton>}
    />
  );
}
