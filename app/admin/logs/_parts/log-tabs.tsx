import Link from 'next/link';
import { text } from '../../../_texts/text';
import { classNames } from '../../../_ui/class-names';

const TABS = [
  { href: '/admin/logs/requests', label: text('logs.requests') },
  { href: '/admin/mail', label: text('logs.mails') },
  { href: '/admin/logs/events', label: text('logs.events') },
  { href: '/admin/logs/audit', label: text('logs.audit') },
] as const;

/** The way between the logs. */
export function LogTabs({ current }: { current: (typeof TABS)[number]['href'] }) {
  return (
    <nav aria-label={text('logs.pages')}>
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
