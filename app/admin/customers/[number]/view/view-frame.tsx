import { Eye } from 'lucide-react';
import type { ReactNode } from 'react';
import type { CustomerView } from '@/lib/customers/read-customer-view';
import { text } from '../../../../_texts/text';
import { DateTime } from '../../../../_ui/date-time';
import { Link } from '../../../../_ui/link';
import { SubmitButton } from '../../../../_ui/submit-button';
import { stopView } from './actions';

const PAGES = [
  { at: '', label: 'account.dashboard' },
  { at: '/orders', label: 'account.orders' },
  { at: '/api-keys', label: 'account.apiKeys' },
  { at: '/api-downloads', label: 'account.apiDownloads' },
] as const;

type ViewFrameProps = { view: CustomerView; page: (typeof PAGES)[number]['at']; children: ReactNode };

/** The banner that says whose page this is and how to leave it, above each of the customer's pages. */
export function ViewFrame({ view, page, children }: ViewFrameProps) {
  const { customer, endsAt } = view;
  const base = `/admin/customers/${customer.number}/view`;
  return (
    <>
      <section
        aria-label={text('customers.viewing', { email: customer.email })}
        className="flex flex-wrap items-center justify-between gap-4 rounded-md border-2 border-warn bg-warn/8 px-4 py-3"
      >
        <div className="flex min-w-0 gap-3">
          <Eye aria-hidden="true" className="mt-0.5 size-5 shrink-0 text-warn" strokeWidth={1.75} />
          <div className="min-w-0">
            <p className="break-words font-semibold">{text('customers.viewing', { email: customer.email })}</p>
            <p className="max-w-text text-sm">
              {text('customers.viewingText')} <DateTime at={endsAt} form="moment" />
            </p>
          </div>
        </div>
        <form action={stopView}>
          <input type="hidden" name="number" value={String(customer.number)} />
          <SubmitButton size="small" pendingText={text('customers.viewStopping')}>
            {text('customers.viewStop')}
          </SubmitButton>
        </form>
      </section>
      <nav aria-label={text('customers.viewNav')}>
        <ul className="flex flex-wrap gap-x-1 border-line border-b">
          {PAGES.map(({ at, label }) => (
            <li key={at}>
              <Link
                href={`${base}${at}`}
                aria-current={at === page ? 'page' : undefined}
                className="-mb-px flex min-h-10 items-center border-transparent border-b-2 px-3 text-muted hover:text-ink aria-[current=page]:border-ink aria-[current=page]:text-ink"
              >
                {text(label)}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      {children}
    </>
  );
}
