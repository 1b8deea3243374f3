import type { ReactNode } from 'react';

/** What is known, name beside value; facts without a value are left out. */
export function Facts({ label, facts }: { label: string; facts: [name: string, value: ReactNode | undefined][] }) {
  return (
    <section aria-label={label}>
      <dl className="grid grid-cols-1 gap-x-8 gap-y-5 border-line border-y py-5 sm:grid-cols-2 lg:grid-cols-3">
        {facts.map(([name, value]) =>
          value === undefined || value === '' ? null : (
            <div key={name} className="flex min-w-0 flex-col items-start gap-1">
              <dt className="text-muted text-sm">{name}</dt>
              <dd className="min-w-0 max-w-full break-words">{value}</dd>
            </div>
          ),
        )}
      </dl>
    </section>
  );
}
