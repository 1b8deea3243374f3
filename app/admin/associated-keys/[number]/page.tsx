import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { requireAdmin } from '@/lib/auth/require-admin';
import { listKeyStock, listStockedKeys } from '@/lib/licensing/list-key-stock';
import { text } from '../../../_texts/text';
import { LinkButton } from '../../../_ui/link-button';
import { PageHeader } from '../../../_ui/page-header';
import { PageNotice } from '../../../account/_parts/page-notice';
import { one, type SearchParams } from '../../../products/catalogue-view';
import { StockForm } from './stock-form';
import { StockCounts, WaitingPurchases, WeakKeys } from './stock-standing';
import { StockedKeys } from './stocked-keys';

export const metadata: Metadata = { title: text('stock.title') };

const known = {
  key_deleted: { tone: 'good', key: 'stock.notice.key_deleted' },
  keys_deleted: { tone: 'good', key: 'stock.notice.keys_deleted' },
  key_gone: { tone: 'warn', key: 'stock.notice.key_gone' },
  handed_out: { tone: 'good', key: 'stock.notice.handed_out' },
  nothing_handed_out: { tone: 'warn', key: 'stock.notice.nothing_handed_out' },
} as const;

type StockProps = { params: Promise<{ number: string }>; searchParams: Promise<SearchParams> };

/** The stock of one product: what is there, who waits, and where keys come in. */
export default async function StockPage({ params, searchParams }: StockProps) {
  const { number } = await params;
  await requireAdmin(`/admin/associated-keys/${encodeURIComponent(number)}`);
  const { notice, after } = await searchParams;
  const [product] = /^[1-9]\d{0,8}$/.test(number) ? await listKeyStock({ productNumber: Number(number) }) : [];
  if (!product) notFound();
  const cursor = one(after);
  const listed = { productId: product.productId, ...(cursor === undefined ? {} : { cursor }) };
  const { keys, nextCursor } = await listStockedKeys(listed);
  const here = `/admin/associated-keys/${product.productNumber}`;
  return (
    <>
      <PageHeader
        title={text('stock.productTitle', { product: product.productTitle })}
        actions={
          <LinkButton href="/admin/associated-keys" variant="secondary" size="small">
            {text('stock.allProducts')}
          </LinkButton>
        }
      />
      <PageNotice code={notice} known={known} />
      <StockCounts product={product} />
      <WaitingPurchases product={product} />
      <WeakKeys product={product} />
      <section aria-labelledby="add-keys" className="flex flex-col gap-4">
        <h2 id="add-keys" className="text-lg">
          {text('stock.addTitle')}
        </h2>
        <StockForm productId={product.productId} />
      </section>
      <StockedKeys product={product} keys={keys} />
      <p className="flex flex-wrap gap-3">
        {cursor === undefined ? null : (
          <LinkButton href={here} variant="secondary">
            {text('stock.first')}
          </LinkButton>
        )}
        {nextCursor === undefined ? null : (
          <LinkButton href={`${here}?after=${encodeURIComponent(nextCursor)}`} variant="secondary">
            {text('stock.next')}
          </LinkButton>
        )}
      </p>
    </>
  );
}
