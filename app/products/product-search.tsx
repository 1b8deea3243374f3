import { Search, X } from 'lucide-react';
import type { ProductList } from '@/lib/catalog/list-products';
import { text } from '../_texts/text';
import { Button } from '../_ui/button';
import { classNames } from '../_ui/class-names';
import { Link } from '../_ui/link';
import { type CatalogueView, catalogueHref } from './catalogue-view';

type ProductSearchProps = { view: CatalogueView; list: ProductList };

/** Search and filters of the catalogue. All of it is in the address, so a view can be shared. */
export function ProductSearch({ view, list }: ProductSearchProps) {
  const chips = [
    ...list.categories.map((name) => ({ filter: 'category' as const, name })),
    ...list.platforms.map((name) => ({ filter: 'platform' as const, name })),
  ];
  return (
    <search className="flex flex-col gap-3">
      <form action="/products" className="flex max-w-xl gap-2">
        <label htmlFor="q" className="sr-only">
          {text('shop.search')}
        </label>
        <input
          id="q"
          name="q"
          type="search"
          defaultValue={view.query}
          placeholder={text('shop.search')}
          maxLength={200}
          className="min-h-11 w-full min-w-0 rounded-md border border-edge bg-raised px-3 py-2 transition-colors hover:border-ink"
        />
        {view.category ? <input type="hidden" name="category" value={view.category} /> : null}
        {view.platform ? <input type="hidden" name="platform" value={view.platform} /> : null}
        <Button type="submit" variant="secondary" className="min-h-11">
          <Search aria-hidden="true" className="size-4" strokeWidth={1.75} />
          {text('shop.searchAction')}
        </Button>
      </form>
      {chips.length > 1 ? (
        <ul className="flex flex-wrap gap-2">
          {chips.map(({ filter, name }) => (
            <FilterChip key={`${filter}:${name}`} view={view} filter={filter} name={name} />
          ))}
        </ul>
      ) : null}
    </search>
  );
}

type FilterChipProps = { view: CatalogueView; filter: 'category' | 'platform'; name: string };

function FilterChip({ view, filter, name }: FilterChipProps) {
  const isOn = view[filter] === name;
  return (
    <li>
      <Link
        href={catalogueHref({ ...view, [filter]: isOn ? undefined : name })}
        aria-label={text(isOn ? 'shop.removeFilter' : 'shop.filterBy', { name })}
        scroll={false}
        className={classNames(
          'inline-flex min-h-8 items-center gap-1.5 rounded-full border px-3 text-sm transition-colors',
          isOn ? 'border-ink bg-ink text-paper' : 'border-line text-muted hover:border-edge hover:text-ink',
        )}
      >
        {name}
        {isOn ? <X aria-hidden="true" className="size-3.5" strokeWidth={2} /> : null}
      </Link>
    </li>
  );
}
