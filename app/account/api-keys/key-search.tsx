import { Search } from 'lucide-react';
import { text } from '../../_texts/text';
import { LinkButton } from '../../_ui/link-button';
import { SubmitButton } from '../../_ui/submit-button';
import { FilterSelects } from '../../admin/_list/filter-selects';
import type { ListFilter } from '../../admin/_list/list-filter';
import { listHref } from '../../admin/_list/list-view';
import { KEYS_PATH, type KeysView } from './key-view-address';

/** Search and filters of the developer keys. They live in the address and work without scripts. */
export function KeySearch({ view }: { view: KeysView }) {
  const { q, filters } = view;
  return (
    <search className="flex flex-col gap-3">
      <form action={KEYS_PATH} className="flex max-w-2xl flex-wrap gap-2">
        {Object.entries(filters).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <label htmlFor="key-search" className="sr-only">
          {text('apiKeys.searchLabel')}
        </label>
        <span className="relative flex min-w-48 grow">
          <Search
            aria-hidden="true"
            className="pointer-events-none absolute start-3 top-1/2 size-4 -translate-y-1/2 text-muted"
            strokeWidth={1.75}
          />
          <input
            // The address decides: Clear also empties the box.
            key={q}
            id="key-search"
            name="q"
            type="search"
            defaultValue={q}
            placeholder={text('apiKeys.search')}
            maxLength={100}
            autoComplete="off"
            spellCheck={false}
            className="min-h-11 w-full min-w-0 rounded-md border border-edge bg-raised py-2 ps-9 pe-3 transition-colors hover:border-ink"
          />
        </span>
        <SubmitButton variant="secondary" className="min-h-11">
          {text('apiKeys.searchAction')}
        </SubmitButton>
        {q === '' ? null : (
          <LinkButton variant="quiet" className="min-h-11" href={listHref(view, { q: '' })} scroll={false}>
            {text('apiKeys.clear')}
          </LinkButton>
        )}
      </form>
      <FilterSelects path={KEYS_PATH} q={q} chosen={filters} filters={keyFilters()} />
    </search>
  );
}

function keyFilters(): ListFilter[] {
  return [
    {
      name: 'kind',
      label: text('apiKeys.kind'),
      any: text('apiKeys.anyKind'),
      options: (['standard', 'secret', 'pair'] as const).map((value) => ({
        value,
        label: text(`apiKeys.kind.${value}`),
      })),
    },
    {
      name: 'status',
      label: text('apiKeys.status'),
      any: text('apiKeys.anyStatus'),
      options: (['active', 'disabled', 'expired', 'revoked'] as const).map((value) => ({
        value,
        label: text(`apiKeys.state.${value}`),
      })),
    },
    {
      name: 'use',
      label: text('apiKeys.use'),
      any: text('apiKeys.anyUse'),
      options: [
        { value: 'unused', label: text('apiKeys.unused') },
        { value: 'expiring', label: text('apiKeys.expiring') },
      ],
    },
    { name: 'sort', label: '', any: '', options: [] },
    { name: 'dir', label: '', any: '', options: [] },
  ];
}
