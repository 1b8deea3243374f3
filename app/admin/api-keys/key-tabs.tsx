import Link from 'next/link';
import { text } from '../../_texts/text';
import { classNames } from '../../_ui/class-names';

const TABS = [
  { href: '/admin/api-keys', label: text('keyAdmin.tab.keys') },
  { href: '/admin/api-keys/dead', label: text('keyAdmin.tab.dead') },
  { href: '/admin/api-keys/plans', label: text('keyAdmin.tab.plans') },
  { href: '/admin/api-keys/policy', label: text('keyAdmin.tab.policy') },
  { href: '/admin/api-keys/operations', label: text('keyAdmin.tab.operations') },
] as const;

/** The way between the pages about developer keys. */
export function KeyTabs({ current }: { current: (typeof TABS)[number]['href'] }) {
  return (
    <nav aria-label={text('keyAdmin.tabs')}>
      <ul className="flex flex-wrap gap-x-6 border-line border-b">
        {TABS.map(({ href, label }) => (
          <li key={href}>
            <Link
              href={href}
              aria-current={href === current ? 'page' : undefined}
              className={classNames(
                '-mb-px inline-flex min-h-10 items-center border-b-2 transition-colors',
                href === current
                  ? 'border-ink font-medium text-ink'
                  : 'border-transparent text-muted hover:border-edge hover:text-ink',
              )}
            >
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
