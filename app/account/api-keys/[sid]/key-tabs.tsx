'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { classNames } from '../../../_ui/class-names';

/** The way between the parts of a key. */
export function KeyTabs({ label, tabs }: { label: string; tabs: { href: string; label: string }[] }) {
  const path = usePathname();
  return (
    <nav aria-label={label} className="no-print">
      <ul className="flex flex-wrap gap-x-6 border-line border-b">
        {tabs.map((tab) => (
          <li key={tab.href}>
            <Link
              href={tab.href}
              aria-current={tab.href === path ? 'page' : undefined}
              className={classNames(
                '-mb-px inline-flex min-h-10 items-center border-b-2 transition-colors',
                tab.href === path
                  ? 'border-ink font-medium text-ink'
                  : 'border-transparent text-muted hover:border-edge hover:text-ink',
              )}
            >
              {tab.label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
