import type { CatalogProduct } from '@/lib/catalog/catalog-product';
import { text } from '../../_texts/text';
import { Button } from '../../_ui/button';

type ProductChoiceProps = { products: CatalogProduct[]; chosen: CatalogProduct | undefined };

/** Fills a product of the store into every sample of the page. A plain form: the address keeps the choice. */
export function ProductChoice({ products, chosen }: ProductChoiceProps) {
  if (!chosen) return <p className="max-w-text text-muted">{text('developers.noProduct')}</p>;
  return (
    <form action="/developers/api" className="flex flex-col gap-2">
      <label htmlFor="product" className="font-medium">
        {text('developers.chooseProduct')}
      </label>
      <div className="flex max-w-xl flex-wrap gap-2">
        <select
          // The address decides: with another one the choice is drawn anew.
          key={chosen.number}
          id="product"
          name="product"
          defaultValue={chosen.number}
          className="min-h-11 min-w-0 max-w-full grow rounded-md border border-edge bg-raised px-3 py-2 transition-colors hover:border-ink"
        >
          {products.map(({ number, title }) => (
            <option key={number} value={number}>
              {text('developers.productOption', { title, number: String(number) })}
            </option>
          ))}
        </select>
        <Button type="submit" variant="secondary" className="min-h-11">
          {text('developers.useProduct')}
        </Button>
      </div>
      <p className="max-w-text text-muted text-sm">{text('developers.chosenProduct')}</p>
    </form>
  );
}
