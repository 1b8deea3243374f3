import { listProducts } from '@/lib/catalog/list-products';
import { HeroKey } from './_shell/hero-key';
import { text } from './_texts/text';
import { EmptyState } from './_ui/empty-state';
import { LinkButton } from './_ui/link-button';
import { ProductGrid } from './products/product-grid';

const steps = [
  { title: text('shop.step1'), text: text('shop.step1Text') },
  { title: text('shop.step2'), text: text('shop.step2Text') },
  { title: text('shop.step3'), text: text('shop.step3Text') },
];

/** Public: what the store is, what it sells, and how buying works. */
export default async function HomePage() {
  const { products } = await listProducts();
  return (
    <div className="flex flex-col gap-20 sm:gap-24">
      <section className="grid grid-cols-1 items-center gap-10 lg:grid-cols-[5fr_4fr] lg:gap-16">
        <div className="flex flex-col items-start gap-6">
          <h1 className="max-w-[15ch] text-2xl sm:text-3xl">{text('shop.heroTitle')}</h1>
          <p className="max-w-[52ch] text-lg text-muted">{text('shop.heroText')}</p>
          <LinkButton href="/products" size="large">
            {text('shop.heroAction')}
          </LinkButton>
        </div>
        <HeroKey />
      </section>
      <section aria-labelledby="products" className="flex flex-col gap-8">
        <h2 id="products" className="text-xl">
          {text('shop.catalogueTitle')}
        </h2>
        {products.length > 0 ? (
          <ProductGrid products={products} />
        ) : (
          <EmptyState title={text('shop.emptyTitle')} text={text('shop.emptyText')} />
        )}
      </section>
      <section aria-labelledby="steps" className="flex flex-col gap-8">
        <h2 id="steps" className="text-xl">
          {text('shop.stepsTitle')}
        </h2>
        <ol className="grid grid-cols-1 gap-x-8 gap-y-8 sm:grid-cols-3">
          {steps.map((step, index) => (
            <li key={step.title} className="flex flex-col gap-2 border-ink border-t pt-4">
              <span aria-hidden="true" className="font-mono text-muted text-sm">
                {index + 1}
              </span>
              <h3 className="text-lg">{step.title}</h3>
              <p className="max-w-[40ch] text-muted">{step.text}</p>
            </li>
          ))}
        </ol>
      </section>
    </div>
  );
}
