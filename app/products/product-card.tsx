import Link from 'next/link';
import type { CatalogProduct } from '@/lib/catalog/catalog-product';
import { text } from '../_texts/text';
import { Cover } from '../_ui/cover';
import { formatPrice } from '../_ui/format-price';
import { billingWords } from './plan-words';

/** A product in the catalogue: its cover, what it is, from how much, and how fresh. */
export function ProductCard({ product }: { product: CatalogProduct }) {
  const release = product.releases[0];
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
        <span className="font-medium">{fromPrice(product)}</span>
        <span className="font-mono text-muted text-sm">
          {[release ? `v${release.version}` : '', product.platform].filter(Boolean).join(' · ')}
        </span>
      </p>
    </li>
  );
}

function fromPrice(product: CatalogProduct): string {
  const cheapest = product.plans.toSorted((a, b) => a.unitAmount - b.unitAmount)[0];
  if (!cheapest) return text('shop.noPlans');
  if (cheapest.unitAmount === 0) return text('shop.free');
  const once = formatPrice(cheapest.unitAmount, cheapest.currency, { isShort: true });
  const price = cheapest.billingInterval ? `${once} ${billingWords(cheapest)}` : once;
  return product.plans.length > 1 ? text('shop.from', { price }) : price;
}
