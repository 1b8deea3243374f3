import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { requireAdmin } from '@/lib/auth/require-admin';
import { readProductPreview } from '@/lib/catalog/read-product';
import { text } from '../../../../_texts/text';
import { Link } from '../../../../_ui/link';
import { Notice } from '../../../../_ui/notice';
import { ProductView } from '../../../../products/[slug]/product-view';
import { findProduct } from '../find-product';

export const metadata: Metadata = { title: text('editor.previewPage') };

/** A product as the storefront would show it, also before anybody else can see it. */
export default async function PreviewPage({ params }: { params: Promise<{ number: string }> }) {
  const { number } = await params;
  await requireAdmin(`/admin/products/${encodeURIComponent(number)}/preview`);
  const product = (await readProductPreview((await findProduct(number)).id)) ?? notFound();
  return (
    <>
      <Notice title={text('editor.previewPage')}>
        {text('editor.previewPageText')}{' '}
        <Link href={`/admin/products/${product.number}/sale`} className="link">
          {text('editor.backToSale')}
        </Link>
      </Notice>
      {/* Inert: what can be pressed in the storefront does nothing here. */}
      <div inert>
        <ProductView product={product} isPreview />
      </div>
    </>
  );
}
