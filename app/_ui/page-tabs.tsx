import { classNames } from './class-names';
import { Link } from './link';

type PageTabsProps<Href extends string> = {
  label: string;
  tabs: readonly { href: Href; label: string }[];
  current: Href;
};

/** The way between pages that belong together, the present one marked. */
export function PageTabs<Href extends string>({ label, tabs, current }: PageTabsProps<Href>) {
  return (
    <nav aria-label={label} className="no-print">
      <ul className="flex flex-wrap gap-x-6 border-line border-b">
        {tabs.map((tab) => (
          <li key={tab.href}>
            <Link
              href={tab.href}
              aria-current={tab.href === current ? 'page' : undefined}
              className={classNames(
                '-mb-px inline-flex min-h-10 items-center border-b-2 transition-colors',
                tab.href === current
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
