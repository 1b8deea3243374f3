'use client';

import { useRouter } from 'next/navigation';
import type { FormEvent } from 'react';
import { lists as words } from '../../_texts/en/lists';
import { Button } from '../../_ui/button';
import { classNames } from '../../_ui/class-names';
import type { ListFilter } from './list-filter';

type FilterSelectsProps = {
  path: string;
  q: string;
  chosen: Readonly<Record<string, string>>;
  filters: ListFilter[];
};

/** The filters as choices. A choice takes effect at once; without scripts a button sends them. */
export function FilterSelects({ path, q, chosen, filters }: FilterSelectsProps) {
  const router = useRouter();
  const offered = filters.filter((filter) => filter.options.length > 0);
  const kept = filters.filter((filter) => filter.options.length === 0 && chosen[filter.name] !== undefined);
  const apply = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const params = new URLSearchParams();
    for (const [name, value] of new FormData(event.currentTarget)) {
      if (typeof value === 'string' && value !== '') params.set(name, value);
    }
    router.push(params.size > 0 ? `${path}?${params}` : path, { scroll: false });
  };
  if (offered.length === 0) return null;
  return (
    <form action={path} aria-label={words.filters} onSubmit={apply} className="flex flex-wrap gap-2">
      {q ? <input type="hidden" name="q" value={q} /> : null}
      {kept.map(({ name }) => (
        <input key={name} type="hidden" name={name} value={chosen[name]} />
      ))}
      {offered.map((filter) => (
        <FilterSelect key={filter.name} filter={filter} value={chosen[filter.name] ?? ''} />
      ))}
      <noscript>
        <Button type="submit" variant="secondary">
          {words.apply}
        </Button>
      </noscript>
    </form>
  );
}

function FilterSelect({ filter, value }: { filter: ListFilter; value: string }) {
  return (
    <select
      // The address decides: a chip that was taken away also empties its choice.
      key={value}
      name={filter.name}
      aria-label={filter.label}
      defaultValue={value}
      onChange={(event) => event.currentTarget.form?.requestSubmit()}
      className={classNames(
        'min-h-10 min-w-0 max-w-full grow truncate rounded-md border bg-raised px-3 py-2 transition-colors sm:max-w-56 sm:grow-0',
        value === '' ? 'border-edge/60 hover:border-ink' : 'border-ink font-medium',
      )}
    >
      <option value="">{filter.any}</option>
      {filter.options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  );
}
