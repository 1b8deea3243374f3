import { X } from 'lucide-react';
import { text } from '../../_texts/text';
import { Link } from '../../_ui/link';
import { type ListFilter, valueText } from './list-filter';
import { type ListView, listHref } from './list-view';

/** What narrows the list, each with a press that takes it away. The view is the address, so it can be shared. */
export function FilterChips({ view, filters }: { view: ListView; filters: ListFilter[] }) {
  const chosen = filters.flatMap((filter) => {
    const value = view.filters[filter.name];
    return value === undefined ? [] : [{ filter, value: valueText(filter, value) }];
  });
  if (chosen.length === 0) return null;
  return (
    <ul className="flex flex-wrap items-center gap-2">
      {chosen.map(({ filter, value }) => (
        <li key={filter.name}>
          <Link
            href={listHref(view, { filters: { [filter.name]: '' } })}
            aria-label={text('lists.removeChip', { label: filter.label, value })}
            scroll={false}
            className="inline-flex min-h-8 max-w-full items-center gap-1.5 rounded-full border border-ink bg-ink ps-3 pe-2 text-paper text-sm transition-colors hover:bg-ink/85"
          >
            <span className="truncate">{text('lists.chip', { label: filter.label, value })}</span>
            <X aria-hidden="true" className="size-3.5 shrink-0" strokeWidth={2} />
          </Link>
        </li>
      ))}
      <li>
        <Link href={view.path} scroll={false} className="link inline-flex min-h-8 items-center px-1 text-sm">
          {text('lists.clear')}
        </Link>
      </li>
    </ul>
  );
}
