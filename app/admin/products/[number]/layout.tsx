import type { ReactNode } from 'react';
import { requireAdmin } from '@/lib/auth/require-admin';
import { text } from '../../../_texts/text';
import { LinkButton } from '../../../_ui/link-button';
import { PageHeader } from '../../../_ui/page-header';
import { findProduct } from './find-product';
import { ProductTabs } from './product-tabs';

type ProductLayoutProps = { children: ReactNode; params: Promise<{ number: string }> };

/** The frame around one product: its name and the tabs to its parts. Each page asks for the admin itself as well. */
export default async function ProductLayout({ children, params }: ProductLayoutProps) {
  await requireAdmin('/admin/products');
  const { number, slug, title, publishedAt } = await findProduct((await params).number);
  const here = `/admin/products/${number}`;
  const tabs = [{ href: `${here}/versions`, label: text('products.tabVersions') }];
  return (
    <>
      <div className="flex flex-col gap-5">
        <PageHeader
          title={title}
          text={text('products.idNumber', { number: String(number) })}
          actions={
            <>
              {publishedAt === null ? null : (
                <LinkButton href={`/products/${slug}`} variant="secondary" size="small">
                  {text('products.inStore')}
                </LinkButton>
              )}
              <LinkButton href="/admin/products" variant="secondary" size="small">
                {text('products.all')}
              </LinkButton>
            </>
          }
        />
        <ProductTabs label={text('products.tabs')} tabs={tabs} />
      </div>
      {children}
    </>
  );
}
