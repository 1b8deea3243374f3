import type { ReactNode } from 'react';
import type { CustomerFacts } from '@/lib/customers/read-customer';
import { text } from '../../../_texts/text';
import { Badge } from '../../../_ui/badge';
import { CopyButton } from '../../../_ui/copy-button';
import { DateTime } from '../../../_ui/date-time';

/** Who this is, in the order in which somebody on the telephone asks for it. */
export function CustomerFactsList({ customer }: { customer: CustomerFacts }) {
  return (
    <section aria-label={text('customers.facts')}>
      <dl className="grid grid-cols-1 gap-x-8 gap-y-4 border-line border-y py-4 sm:grid-cols-2 lg:grid-cols-3">
        {factsOf(customer).map(([name, value]) => (
          <div key={name} className="flex min-w-0 flex-col items-start gap-1">
            <dt className="text-muted text-sm">{name}</dt>
            <dd className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-1 break-words">{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function factsOf(customer: CustomerFacts): [string, ReactNode][] {
  const { number, company, vatId, createdAt } = customer;
  return [
    [text('customers.email'), <Email key="email" customer={customer} />],
    [
      text('customers.customer'),
      <span key="number" className="nums">
        {number}
      </span>,
    ],
    [text('customers.since'), <DateTime key="since" at={createdAt} />],
    ...(company ? [[text('customers.company'), company] as [string, ReactNode]] : []), // a pair
    ...(vatId ? [[text('customers.vatId'), vatId] as [string, ReactNode]] : []), // a pair
  ];
}

function Email({ customer: { email, isEmailVerified } }: { customer: CustomerFacts }) {
  return (
    <>
      <span className="break-all">{email}</span>
      <CopyButton name={text('customers.email')} value={email} />
      <Badge tone={isEmailVerified ? 'good' : 'warn'}>
        {text(isEmailVerified ? 'customers.verified' : 'customers.unverified')}
      </Badge>
    </>
  );
}
