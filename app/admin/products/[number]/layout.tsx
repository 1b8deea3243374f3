import type { ReactNode } from 'react';
import { requireAdmin } from '@/lib/auth/require-admin';
import { standingOf } from '@/lib/catalog/product-standing';
import { text } from '../../../_texts/text';
import { Badge } from '../../../_ui/badge';
import { LinkButton } from '../../../_ui/link-button';
import { PageHeader } from '../../../_ui/page-header';
import { findProduct } from './find-product';
import { ProductTabs } from './product-tabs';

type ProductLayoutProps = { children: ReactNode; params: Promise<{ number: string }> };

/** The frame around one product: its name and the tabs to its parts. Each page asks for the admin itself as well. */
export default async function ProductLayout({ children, params }: ProductLayoutProps) {
  await requireAdmin('/admin/products');
  const { number, slug, title, publishedAt, archivedAt } = await findProduct((await params).number);
  const here = `/admin/products/${number}`;
  const standing = standingOf({ publishedAt, archivedAt });
  const tabs = [
    { href: `${here}/sale`, label: text('editor.tabSale') },
    { href: `${here}/licensing`, label: text('editor.tabLicensing') },
    { href: `${here}/versions`, label: text('products.tabVersions') },
    { href: `${here}/docs`, label: text('editor.tabDocs') },
    { href: `${here}/api`, label: text('editor.tabApi') },
  ];
  return (
    <>
      <div className="flex flex-col gap-5">
        <PageHeader
          title={title}
          text={text('products.idNumber', { number: String(number) })}
          actions={
            <>
              <span className="self-center">
                <Badge tone={standing === 'published' ? 'good' : 'neutral'}>
                  {text(`editor.standing_${standing}`)}
                </Badge>
              </span>
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
