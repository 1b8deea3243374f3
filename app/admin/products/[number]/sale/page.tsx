import type { Metadata } from 'next';
import { requireAdmin } from '@/lib/auth/require-admin';
import { isUnused, readProductUse } from '@/lib/catalog/delete-product';
import { productFingerprint } from '@/lib/catalog/edit-product';
import { listProductPlans } from '@/lib/catalog/list-product-plans';
import { text } from '../../../../_texts/text';
import { PageNotice } from '../../../../account/_parts/page-notice';
import type { SearchParams } from '../../../../products/catalogue-view';
import { findProduct } from '../find-product';
import { productNotices } from '../product-notices';
import { TextsForm } from '../texts-form';
import { Plans } from './plans';
import { PutAway } from './put-away';
import { Storefront } from './storefront';

export const metadata: Metadata = { title: text('editor.tabSale') };

type SaleProps = { params: Promise<{ number: string }>; searchParams: Promise<SearchParams> };

/** What a product is sold as: standing, texts and plans. */
export default async function SalePage({ params, searchParams }: SaleProps) {
  const { number } = await params;
  await requireAdmin(`/admin/products/${encodeURIComponent(number)}/sale`);
  const product = await findProduct(number);
  const [plans, use, { notice }] = await Promise.all([
    listProductPlans(product.id),
    readProductUse(product.id),
    searchParams,
  ]);
  return (
    <>
      <PageNotice code={notice} known={productNotices} />
      <Storefront product={product} />
      <Plans product={product} plans={plans} />
      <section aria-labelledby="texts" className="mt-6 flex flex-col gap-4">
        <h2 id="texts" className="text-lg">
          {text('editor.saleTitle')}
        </h2>
        <TextsForm
          part="sale"
          product={{ id: product.id, number: product.number }}
          inForce={textsOf(product)}
          fingerprint={productFingerprint('sale', product)}
          fields={[
            { name: 'title', isRequired: true, isHalf: true },
            { name: 'slug', isRequired: true, isHalf: true, hint: text('editor.slugEditHint') },
            { name: 'tagline', hint: text('editor.taglineHint') },
            { name: 'descriptionMd', hint: text('editor.descriptionHint'), rows: 12 },
            { name: 'category', isHalf: true, hint: text('editor.categoryHint') },
            { name: 'platform', isHalf: true, hint: text('editor.platformHint') },
            { name: 'author', isHalf: true, hint: text('editor.authorHint') },
            { name: 'pageUrl', isHalf: true, hint: text('editor.pageUrlHint') },
          ]}
        />
      </section>
      <PutAway product={product} use={use} canDelete={isUnused(use)} />
    </>
  );
}

// Only what the form shows travels to the browser.
function textsOf(product: Awaited<ReturnType<typeof findProduct>>) {
  const { title, slug, tagline, descriptionMd, category, platform, author, pageUrl } = product;
  return { title, slug, tagline, descriptionMd, category, platform, author, pageUrl };
}
