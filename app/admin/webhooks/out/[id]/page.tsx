import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { requireAdmin } from '@/lib/auth/require-admin';
import { type ListedDelivery, listDeliveries } from '@/lib/webhooks/list-deliveries';
import { readEndpoint } from '@/lib/webhooks/list-endpoints';
import { text } from '../../../../_texts/text';
import { Link } from '../../../../_ui/link';
import { LinkButton } from '../../../../_ui/link-button';
import type { SearchParams } from '../../../../products/catalogue-view';
import { DeliveryTable } from '../../_parts/delivery-table';
import { DoneNotice } from '../../_parts/done-notice';
import { EndpointState } from '../../_parts/endpoint-state';
import { EndpointActions } from './endpoint-actions';
import { EndpointFacts, EndpointTrouble } from './endpoint-facts';

export const metadata: Metadata = { title: text('webhooks.title'), referrer: 'same-origin' };

type EndpointPageProps = { params: Promise<{ id: string }>; searchParams: Promise<SearchParams> };

const LATEST = 10;

/** One endpoint: how it stands, what it was sent last, and what can be done about it. */
export default async function EndpointPage({ params, searchParams }: EndpointPageProps) {
  await requireAdmin('/admin/webhooks/out');
  const endpoint = await readEndpoint((await params).id);
  if (!endpoint) notFound();
  const { id, url, description } = endpoint;
  const { rows } = await listDeliveries({ endpointId: id }, { size: LATEST });
  return (
    <>
      <p>
        <Link href="/admin/webhooks/out" className="link">
          {text('webhooks.back')}
        </Link>
      </p>
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-4">
        <div className="flex min-w-0 flex-col items-start gap-2">
          <h1 className="break-all text-xl">{url}</h1>
          {description ? <p className="max-w-text text-muted">{description}</p> : null}
          <EndpointState endpoint={endpoint} />
        </div>
        <LinkButton href={`/admin/webhooks/out/${id}/edit`} variant="secondary">
          {text('webhooks.edit')}
        </LinkButton>
      </div>
      <DoneNotice searchParams={searchParams} />
      <EndpointTrouble endpoint={endpoint} />
      <EndpointFacts endpoint={endpoint} />
      <EndpointActions endpoint={endpoint} />
      <Latest id={id} rows={rows} />
    </>
  );
}

function Latest({ id, rows }: { id: string; rows: ListedDelivery[] }) {
  return (
    <section aria-labelledby="latest" className="flex flex-col gap-3">
      <h2 id="latest" className="text-lg">
        {text('webhooks.recent')}
      </h2>
      {rows.length === 0 ? (
        <p className="max-w-text text-muted">{text('webhooks.noDeliveries')}</p>
      ) : (
        <>
          <DeliveryTable rows={rows} isEndpointKnown />
          <p>
            <Link href={`/admin/webhooks/deliveries?endpoint=${id}`} className="link">
              {text('webhooks.allDeliveries')}
            </Link>
          </p>
        </>
      )}
    </section>
  );
}
