import Link from 'next/link';
import { text } from '../../../_texts/text';
import { classNames } from '../../../_ui/class-names';

const TABS = [
  { href: '/admin/webhooks/out', label: text('webhooks.tab.out') },
  { href: '/admin/webhooks/deliveries', label: text('webhooks.tab.deliveries') },
  { href: '/admin/webhooks/in', label: text('webhooks.tab.in') },
] as const;

/** The way between the pages about webhooks. */
export function WebhookTabs({ current }: { current: (typeof TABS)[number]['href'] }) {
  return (
    <nav aria-label={text('webhooks.pages')}>
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
