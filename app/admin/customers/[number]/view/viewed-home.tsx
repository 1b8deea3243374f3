import type { ReactNode } from 'react';
import type { CustomerView } from '@/lib/customers/read-customer-view';
import { text } from '../../../../_texts/text';
import { DateTime } from '../../../../_ui/date-time';
import { Notice } from '../../../../_ui/notice';
import { PageHeader } from '../../../../_ui/page-header';
import { Expires } from '../../../../account/_parts/expires';
import { maskedKey } from '../../../../account/_parts/key-hint';
import { UsedBar } from '../../../../account/_parts/used-bar';
import type { HomeCard, readHome } from '../../../../account/read-home';
import { KeyHint } from '../../../orders/[number]/key-hint';

type Home = Awaited<ReturnType<typeof readHome>>;

/** My Account's first page: what needs attention, then a card for each product. */
export function ViewedHome({ customer, home }: { customer: CustomerView['customer']; home: Home }) {
  const { cards, alerts } = home;
  return (
    <>
      <PageHeader
        title={text('account.homeTitle')}
        text={text('account.homeText', { email: customer.name ?? customer.email })}
      />
      {alerts.map((alert) => (
        <Notice key={`${alert.kind}-${alert.product}`} tone="warn">
          {text(`account.${alert.kind}`, { product: alert.product })}
        </Notice>
      ))}
      {cards.length === 0 ? <p className="text-muted">{text('account.emptyTitle')}</p> : null}
      <ul className="grid gap-5 md:grid-cols-2">
        {cards.map((card) => (
          <Card key={card.resource.id} card={card} />
        ))}
      </ul>
    </>
  );
}

function Card({ card: { resource, download } }: { card: HomeCard }) {
  const { productTitle, planName, productNumber, productOrderApiKey, allowance, term } = resource;
  const facts = [planName, text('account.productIdNumber', { number: String(productNumber) })];
  return (
    <li className="flex flex-col gap-4 rounded-md border border-line bg-raised p-5">
      <div>
        <h2 className="text-lg">{productTitle}</h2>
        <p className="text-muted text-sm">{facts.filter((fact) => fact !== undefined).join(' · ')}</p>
      </div>
      <UsedBar allowance={allowance} />
      <dl className="flex flex-col gap-2 text-sm">
        {productOrderApiKey === undefined ? null : (
          <Fact label={text('account.cardKey')}>
            <KeyHint hint={maskedKey(productOrderApiKey)} />
          </Fact>
        )}
        <Fact label={text('account.cardVersion')}>
          {download ? (
            <>
              <span className="font-mono">{download.newest.version}</span>{' '}
              <span className="text-muted">
                <DateTime at={download.newest.releasedAt} />
              </span>
            </>
          ) : (
            text('account.cardNoVersion')
          )}
        </Fact>
        <Fact label={text('account.expires')}>
          <Expires term={term} />
        </Fact>
      </dl>
    </li>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="flex min-h-8 flex-wrap items-center justify-between gap-x-4 border-line border-t pt-2">
      <dt className="text-muted">{label}</dt>
      <dd className="min-w-0">{children}</dd>
    </div>
  );
}
