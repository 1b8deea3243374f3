import type { CatalogPlan, CatalogProduct } from '@/lib/catalog/catalog-product';
import { text } from '../_texts/text';
import { Cover } from '../_ui/cover';
import { formatPrice } from '../_ui/format-price';
import { Link } from '../_ui/link';
import { billingWords, includedWords } from './plan-words';

/** A product in the catalogue: its cover, what it is, from how much, and how fresh. */
export function ProductCard({ product }: { product: CatalogProduct }) {
  const release = product.releases[0];
  const plan = cheapestOf(product);
  return (
    <li className="group relative flex flex-col">
      <Cover slug={product.slug} className="rounded-md" />
      <h3 className="mt-4 text-lg">
        <Link
          href={`/products/${product.slug}`}
          className="decoration-1 underline-offset-4 after:absolute after:inset-0 after:content-[''] group-hover:underline"
        >
          {product.title}
        </Link>
      </h3>
      <p className="mt-1 text-muted">{product.tagline}</p>
      <p className="mt-3 flex flex-wrap items-baseline justify-between gap-x-4 border-line border-t pt-3">
        <span className="font-medium">{plan ? fromPrice(plan, product.plans.length) : text('shop.noPlans')}</span>
        <span className="font-mono text-muted text-sm">
          {[release ? `v${release.version}` : '', product.platform].filter(Boolean).join(' · ')}
        </span>
      </p>
      {plan ? <p className="mt-1 text-muted text-sm">{includedWords(plan)}</p> : null}
    </li>
  );
}

function cheapestOf(product: CatalogProduct): CatalogPlan | undefined {
  return product.plans.toSorted((a, b) => a.unitAmount - b.unitAmount)[0];
}

function fromPrice(cheapest: CatalogPlan, plans: number): string {
  if (cheapest.unitAmount === 0) return text('shop.free');
  const once = formatPrice(cheapest.unitAmount, cheapest.currency, { isShort: true });
  const price = cheapest.billingInterval ? `${once} ${billingWords(cheapest)}` : once;
  return plans > 1 ? text('shop.from', { price }) : price;
}
