import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { requireAdmin } from '@/lib/auth/require-admin';
import { requireStepUp } from '@/lib/auth/require-step-up';
import { readCustomer } from '@/lib/customers/read-customer';
import { VIEW_MINUTES } from '@/lib/customers/start-customer-view';
import { AnsweredForm } from '../../../../../_people/answered-form';
import { text } from '../../../../../_texts/text';
import { Link } from '../../../../../_ui/link';
import { PageHeader } from '../../../../../_ui/page-header';
import { rowNumber } from '../../../../licences/licence-view';
import { customerPath } from '../../customer-path';
import { startView } from '../actions';

export const metadata: Metadata = { title: text('customers.viewAs'), referrer: 'same-origin' };

/** Asks why, before an admin looks at a customer's pages. */
export default async function StartViewPage({ params }: { params: Promise<{ number: string }> }) {
  const { number } = await params;
  const path = `${customerPath(number)}/view/start`;
  await requireAdmin(path);
  await requireStepUp(path);
  const customer = await readCustomer(rowNumber(number) ?? 0);
  if (!customer) notFound();
  return (
    <>
      <p>
        <Link href={customerPath(number)} className="link">
          {customer.name ?? customer.email}
        </Link>
      </p>
      <PageHeader
        title={text('customers.viewTitle', { email: customer.email })}
        text={text('customers.viewText', { minutes: VIEW_MINUTES })}
      />
      <div className="max-w-text">
        <AnsweredForm
          action={startView}
          hidden={{ number: String(customer.number) }}
          fields={[
            {
              id: 'reason',
              label: text('customers.viewReason'),
              hint: text('customers.viewReasonHint'),
              autoComplete: 'off',
            },
          ]}
          errorTitle={text('customers.viewRefused.title')}
          submitText={text('customers.viewStart')}
          pendingText={text('customers.viewStarting')}
        />
      </div>
    </>
  );
}
