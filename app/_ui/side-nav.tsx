'use client';

import { usePathname } from 'next/navigation';
import { classNames } from './class-names';
import { Link } from './link';

export type SideNavItem = {
  href: string;
  label: string;
  /** The heading it stands under. Items of one group follow each other. */
  group?: string;
};

// An area's first page lies above all others: what stands below it without a place of its own is not that page.
function isAbove(href: string, items: SideNavItem[]): boolean {
  return items.every((item) => item.href === href || item.href.startsWith(`${href}/`));
}

/** The pages of an area, by group. A column beside the content; on a phone rows that wrap. */
export function SideNav({ label, items }: { label: string; items: SideNavItem[] }) {
  const path = usePathname();
  const current = items
    .filter(({ href }) => path === href || (path.startsWith(`${href}/`) && !isAbove(href, items)))
    .sort((a, b) => b.href.length - a.href.length)[0];
  return (
    <nav aria-label={label} className="flex flex-wrap gap-x-1 gap-y-1 lg:flex-col lg:gap-y-5">
      {groupsOf(items).map(({ group, members }) => (
        <div key={group ?? ''} className="contents lg:block">
          {group === undefined ? null : (
            <p aria-hidden="true" className="hidden pb-1 text-muted text-sm lg:block">
              {group}
            </p>
          )}
          <ul aria-label={group} className="contents lg:flex lg:flex-col lg:gap-y-1">
            {members.map((item) => (
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
        </div>
      ))}
    </nav>
  );
}

function groupsOf(items: SideNavItem[]): { group: string | undefined; members: SideNavItem[] }[] {
  const names = [...new Set(items.map(({ group }) => group))];
  return names.map((group) => ({ group, members: items.filter((item) => item.group === group) }));
}
