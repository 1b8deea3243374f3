'use client';

import { usePathname } from 'next/navigation';
import { classNames } from '../../../_ui/class-names';
import { Link } from '../../../_ui/link';

export type ProductTab = { href: string; label: string };

/** The parts of a product, one page each. */
export function ProductTabs({ label, tabs }: { label: string; tabs: ProductTab[] }) {
  const path = usePathname();
  return (
    <nav aria-label={label} className="border-line border-b">
      <ul className="-mb-px flex flex-wrap gap-x-6">
        {tabs.map(({ href, label: name }) => {
          const isCurrent = path === href || path.startsWith(`${href}/`);
          return (
            <li key={href}>
              <Link
                href={href}
                aria-current={isCurrent ? 'page' : undefined}
                className={classNames(
                  'flex min-h-11 items-center border-b-2 py-2 transition-colors',
                  isCurrent ? 'border-brass font-medium text-ink' : 'border-transparent text-muted hover:text-ink',
                )}
              >
                {name}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
