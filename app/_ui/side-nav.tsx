'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { classNames } from './class-names';

export type SideNavItem = { href: string; label: string };

/** The pages of an area. A column beside the content; on a phone a row that wraps. */
export function SideNav({ label, items }: { label: string; items: SideNavItem[] }) {
  const path = usePathname();
  const current = items
    .filter((item) => path === item.href || path.startsWith(`${item.href}/`))
    .sort((a, b) => b.href.length - a.href.length)[0];
  return (
    <nav aria-label={label}>
      <ul className="flex flex-wrap gap-x-1 gap-y-1 lg:flex-col">
        {items.map((item) => (
          <li key={item.href}>
            <Link
              href={item.href}
              aria-current={item === current ? 'page' : undefined}
              className={classNames(
                'flex min-h-9 items-center rounded-sm px-3 py-1.5 transition-colors lg:-ml-3',
                item === current ? 'bg-sunken font-medium text-ink' : 'text-muted hover:bg-sunken hover:text-ink',
              )}
            >
              {item.label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
