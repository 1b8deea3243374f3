import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { requireAdmin } from '@/lib/auth/require-admin';
import { listProductPlans } from '@/lib/catalog/list-product-plans';
import { readProductPreview } from '@/lib/catalog/read-product';
import { listKeyStock } from '@/lib/licensing/list-key-stock';
import { storeFacts } from '@/lib/settings/store-facts';
import { text } from '../../../../_texts/text';
import { Link } from '../../../../_ui/link';
import { findProduct } from '../find-product';
import { Ids } from './ids';
import { SnippetList } from './snippet-list';
import { KEY_PLACEHOLDER, nodeSnippet, phpSnippet, v1Snippets, wcAmSnippets } from './snippets';
import { Stock } from './stock';

export const metadata: Metadata = { title: text('editor.tabApi') };

/** What client software needs to know of a product: its IDs, and calls to copy. */
export default async function ApiPage({ params }: { params: Promise<{ number: string }> }) {
  const { number } = await params;
  await requireAdmin(`/admin/products/${encodeURIComponent(number)}/api`);
  const product = await findProduct(number);
  const [plans, shown, [stock]] = await Promise.all([
    listProductPlans(product.id),
    readProductPreview(product.id),
    listKeyStock({ productNumber: product.number }),
  ]);
  const { publicUrl: storeUrl } = storeFacts();
  const version = shown?.releases[0]?.version ?? '1.0.0';
  const facts = { storeUrl, productNumber: product.number, title: product.title, version };
  const [wcAm, v1] = [text('productApi.snippetWcAm'), text('productApi.snippetV1')];
  return (
    <>
      <Ids product={product} plans={plans} storeUrl={storeUrl} />
      <section aria-labelledby="snippets" className="mt-6 flex max-w-4xl flex-col gap-6">
        <div className="flex flex-col gap-1">
          <h2 id="snippets" className="text-lg">
            {text('productApi.snippets')}
          </h2>
          <p className="max-w-text text-muted">{text('productApi.snippetsText', { placeholder: KEY_PLACEHOLDER })}</p>
        </div>
        <Group title={wcAm}>
          <SnippetList snippets={wcAmSnippets(facts)} about={wcAm} />
        </Group>
        <Group title={text('productApi.snippetPhp')} about={text('productApi.snippetPhpText')}>
          <SnippetList snippets={[phpSnippet(facts)]} about={text('productApi.snippetPhp')} />
        </Group>
        <Group
          title={v1}
          about={
            <>
              {text('productApi.snippetV1Text')}{' '}
              <Link href="/developers/api" className="link">
                {text('productApi.snippetV1Link')}
              </Link>
              .
            </>
          }
        >
          <SnippetList snippets={v1Snippets(facts)} about={v1} />
        </Group>
        <Group title={text('productApi.snippetNode')}>
          <SnippetList snippets={[nodeSnippet(facts)]} about={text('productApi.snippetNode')} />
        </Group>
      </section>
      {stock ? <Stock stock={stock} /> : null}
    </>
  );
}

function Group({ title, about, children }: { title: string; about?: ReactNode; children: ReactNode }) {
  return (
    <div className="flex flex-col gap-3">
      <h3 className="text-base">{title}</h3>
      {about ? <p className="-mt-2 max-w-text text-muted text-sm">{about}</p> : null}
      {children}
    </div>
  );
}
