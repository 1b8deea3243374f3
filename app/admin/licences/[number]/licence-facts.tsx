import type { ReactNode } from 'react';
import type { LicenceDetail } from '@/lib/licensing/read-licence';
import { text } from '../../../_texts/text';
import { CopyButton } from '../../../_ui/copy-button';
import { DateTime } from '../../../_ui/date-time';
import { Link } from '../../../_ui/link';
import { LicenceState, Places } from '../licence-state';

/** The facts of a licence, in the order in which somebody on the telephone asks for them. */
export function LicenceFacts({ licence, at }: { licence: LicenceDetail; at: Date }) {
  return (
    <section aria-label={text('licences.facts')}>
      <dl className="grid grid-cols-1 gap-x-8 gap-y-5 border-line border-y py-5 sm:grid-cols-2 lg:grid-cols-3">
        {factsOf(licence, at).map(([name, value]) => (
          <div key={name} className="flex min-w-0 flex-col items-start gap-1">
            <dt className="text-muted text-sm">{name}</dt>
            <dd className="min-w-0 break-words [&>span]:items-start">{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function factsOf(licence: LicenceDetail, at: Date): [string, ReactNode][] {
  const { customer, orderNumber, graceUntil, updatesUntil } = licence;
  const all: [string, ReactNode | undefined][] = [
    [text('licences.state'), <LicenceState key="state" licence={licence} at={at} />],
    [text('licences.activations'), <Places key="places" licence={{ ...licence, overLimit: 0 }} />],
    [
      text('licences.customer'),
      <Link key="customer" href={`/admin/licences?customer=${customer.number}`} className="link break-all">
        {customer.email}
      </Link>,
    ],
    [text('licences.product'), `${licence.productTitle}, ${licence.planName}`],
    [text('licences.productId'), <ProductId key="id" number={licence.planNumber} />],
    [text('licences.orderLabel'), orderNumber === null ? undefined : <OrderLink key="order" number={orderNumber} />],
    [text('licences.bought'), <DateTime key="bought" at={licence.createdAt} form="moment" />],
    [text('licences.graceUntil'), graceUntil ? <DateTime key="grace" at={graceUntil} form="moment" /> : undefined],
    [text('licences.updatesUntil'), updatesUntil ? <DateTime key="updates" at={updatesUntil} /> : undefined],
  ];
  return all.flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as [string, ReactNode]])); // a pair
}

function ProductId({ number }: { number: number }) {
  return (
    <div className="-my-1 flex items-center gap-1 font-mono text-sm">
      {number}
      <CopyButton name={text('licences.productId')} value={String(number)} />
    </div>
  );
}

function OrderLink({ number }: { number: number }) {
  return (
    <Link href={`/admin/orders/${number}`} className="link">
      {text('licences.order', { number: String(number) })}
    </Link>
  );
}
