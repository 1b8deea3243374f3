import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { listKeys } from '@/lib/access-keys/list-keys';
import { readAllowance } from '@/lib/access-keys/read-allowance';
import { readQuota } from '@/lib/access-keys/read-quota';
import { requireCustomer } from '@/lib/auth/require-customer';
import { now } from '@/lib/clock';
import { text } from '../../../_texts/text';
import { Link } from '../../../_ui/link';
import { PageHeader } from '../../../_ui/page-header';
import { PlanView } from './plan-view';

export const metadata: Metadata = { title: text('usage.planTitle') };

const MOST_KEYS = 10;

/** What the person's plan includes of the management API, and how much of it is used. */
export default async function PlanPage() {
  const customer = await requireCustomer('/account/api-keys/plan');
  const at = now();
  const [quota, allowance, keys] = await Promise.all([
    readQuota(customer.id, at),
    readAllowance(customer.id),
    listKeys({ customerId: customer.id, sort: 'calls', direction: 'desc', size: MOST_KEYS }, at),
  ]);
  if (!quota || !allowance) notFound();
  const used = keys.rows.filter(({ callsThisMonth, rejectedThisMonth }) => callsThisMonth + rejectedThisMonth > 0);
  return (
    <>
      <p>
        <Link href="/account/api-keys#developer-keys" className="link">
          {text('usage.planBack')}
        </Link>
      </p>
      <PageHeader title={text('usage.planTitle')} text={text('usage.planText', { plan: quota.plan.name })} />
      <PlanView facts={{ quota, allowance, keys: used }} />
    </>
  );
}
