import type { CatalogProduct } from '@/lib/catalog/catalog-product';
import { renderMarkdown } from '@/lib/catalog/render-markdown';
import { text } from '../../_texts/text';
import { Cover } from '../../_ui/cover';
import { Notice } from '../../_ui/notice';
import { PlanChooser } from './plan-chooser';
import { ProductFacts } from './product-facts';
import { ReleaseList } from './release-list';

type ProductViewProps = {
  product: CatalogProduct;
  /** Shown inside another page, which has its own heading. */
  isPreview?: boolean;
};

/** A product as the storefront shows it. */
export function ProductView({ product, isPreview = false }: ProductViewProps) {
  const Title = isPreview ? 'h2' : 'h1';
  return (
    <div className="grid grid-cols-1 gap-x-16 gap-y-10 lg:grid-cols-[minmax(0,1fr)_24rem]">
      <div className="flex min-w-0 flex-col gap-6">
        <Cover slug={product.slug} className="max-h-80 rounded-md" />
        <div className="flex flex-col gap-2">
          <Title className="text-2xl sm:text-3xl">{product.title}</Title>
          <p className="max-w-text text-lg text-muted">{product.tagline}</p>
        </div>
      </div>
      <div className="lg:row-span-2">
        <div className="flex flex-col gap-8 lg:sticky lg:top-16">
          {product.plans.length > 0 ? <PlanChooser plans={product.plans} /> : <Notice title={text('shop.noPlans')} />}
          <ProductFacts product={product} />
        </div>
      </div>
      <div className="flex min-w-0 flex-col gap-12">
        {product.descriptionMd ? (
          <section aria-labelledby="about" className="flex flex-col gap-4">
            <h2 id="about" className="text-xl">
              {text('shop.aboutTitle', { product: product.title })}
            </h2>
            {/* biome-ignore lint/security/noDangerouslySetInnerHtml: sanitised by renderMarkdown */}
            <div className="prose" dangerouslySetInnerHTML={{ __html: renderMarkdown(product.descriptionMd) }} />
          </section>
        ) : null}
        <ReleaseList product={product} />
      </div>
    </div>
  );
}
