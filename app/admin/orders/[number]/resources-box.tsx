import type { ReactNode } from 'react';
import type { AdminOrder, AdminResource } from '@/lib/orders/read-admin-order';
import { text } from '../../../_texts/text';
import { Badge } from '../../../_ui/badge';
import { CopyButton } from '../../../_ui/copy-button';
import { Expires } from '../../../account/_parts/expires';
import { ExtendExpiry, RaiseLimit } from './change-resource';
import { KeyHint } from './key-hint';

/** What the order gives a right to, one card a resource, with what an admin may change of it. */
export function ResourcesBox({ order }: { order: AdminOrder }) {
  return (
    <section aria-labelledby="resources" className="flex flex-col gap-4 rounded-md border border-line bg-raised p-5">
      <div className="flex flex-col gap-1">
        <h2 id="resources" className="text-lg">
          {text('orders.resources')}
        </h2>
        <p className="max-w-text text-muted text-sm">{text(explanationOf(order))}</p>
      </div>
      {order.resources.map((resource) => (
        <Resource key={resource.id} order={order} resource={resource} />
      ))}
    </section>
  );
}

function explanationOf({ resources, items }: AdminOrder) {
  if (resources.length > 0) return 'orders.resourcesText';
  return items.some(({ renewsResource }) => renewsResource) ? 'orders.onlyRenewals' : 'orders.noResources';
}

function Resource({ order, resource }: { order: AdminOrder; resource: AdminResource }) {
  const name = text('orders.resourceName', { title: resource.productTitle, plan: resource.planName });
  const { limit, used } = resource.allowance;
  const total = limit ?? text('orders.unlimited');
  return (
    <article
      id={`resource-${resource.number}`}
      aria-label={name}
      className="flex flex-col gap-4 border-line border-t pt-4"
    >
      <h3 className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <span className="font-semibold">{name}</span>
        <span className="text-muted text-sm">{text('orders.resourceNumber', { number: String(resource.number) })}</span>
        {resource.isRevoked ? <Badge tone="bad">{text('orders.stopped')}</Badge> : null}
      </h3>
      <dl className="grid grid-cols-2 gap-x-4 gap-y-3 sm:gap-x-8 lg:grid-cols-3">
        <Fact label={text('orders.productId')}>
          <span className="inline-flex items-center gap-1">
            <span className="nums">{resource.planNumber}</span>
            <CopyButton name={text('orders.productId')} value={String(resource.planNumber)} />
          </span>
        </Fact>
        <Fact label={text('orders.productOrderKey')}>
          {resource.productOrderKey ? <KeyHint hint={resource.productOrderKey.hint} /> : '—'}
        </Fact>
        <Fact label={text('orders.version')}>
          {resource.currentVersion ? (
            <span className="font-mono text-sm">{resource.currentVersion}</span>
          ) : (
            <span className="text-muted">{text('orders.noVersion')}</span>
          )}
        </Fact>
        <Fact label={text('orders.used')}>
          <span className="nums">{text('orders.usedOf', { used, total })}</span>
          {resource.overLimit > 0 ? (
            <Badge tone="warn">{text('orders.beyond', { count: resource.overLimit })}</Badge>
          ) : null}
        </Fact>
        <Fact label={text('orders.expires')}>
          <Expires term={resource.term} />
        </Fact>
        <Fact label={text('orders.associatedKeys')}>
          <AssociatedKeys resource={resource} />
        </Fact>
      </dl>
      <div className="flex flex-col items-start gap-3 sm:flex-row sm:flex-wrap sm:gap-x-6">
        <RaiseLimit order={order} resource={resource} name={name} />
        <ExtendExpiry order={order} resource={resource} name={name} />
      </div>
    </article>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="flex min-w-0 flex-col items-start gap-1">
      <dt className="text-muted text-sm">{label}</dt>
      <dd className="flex min-h-8 min-w-0 flex-wrap items-center gap-2">{children}</dd>
    </div>
  );
}

function AssociatedKeys({ resource }: { resource: AdminResource }) {
  if (resource.associatedKeys.length === 0) {
    return <span className="text-muted">{text('orders.noAssociatedKeys')}</span>;
  }
  return (
    <ul className="flex flex-col">
      {resource.associatedKeys.map((key) => (
        <li key={key.id}>
          <KeyHint hint={key.hint} />
        </li>
      ))}
    </ul>
  );
}
