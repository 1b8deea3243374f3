import type { ReactNode } from 'react';
import type { AdminOrder, AdminResource } from '@/lib/orders/read-admin-order';
import { text } from '../../../_texts/text';
import { buttonClass } from '../../../_ui/button-look';
import { Field } from '../../../_ui/field';
import { formatDate } from '../../../_ui/format-date';
import { SubmitButton } from '../../../_ui/submit-button';
import { extendTerm, raiseLimit } from './actions';
import { dayAfter } from './end-of-day';

type ChangeProps = { order: AdminOrder; resource: AdminResource; name: string };

/** More places for one resource, behind a press; where there cannot be more, why not. */
export function RaiseLimit({ order, resource, name }: ChangeProps) {
  const { limit } = resource.allowance;
  if (order.customer.deletedAt) return <WhyNot>{text('orders.cannotChangeDeleted')}</WhyNot>;
  if (resource.isRevoked) return <WhyNot>{text('orders.cannotChangeRevoked')}</WhyNot>;
  if (limit === null) return <WhyNot>{text('orders.cannotRaiseUnlimited')}</WhyNot>;
  return (
    <Disclosure words={text('orders.raise')} name={text('orders.raiseOf', { title: name })}>
      <form action={raiseLimit} className="flex max-w-xs flex-col gap-3">
        <Which order={order} resource={resource} />
        <Field
          id={`limit-${resource.number}`}
          name="limit"
          label={text('orders.newLimit')}
          hint={text('orders.newLimitHint', { limit })}
          type="number"
          inputMode="numeric"
          min={limit + 1}
          max={1_000_000}
          defaultValue={String(limit + 1)}
          required
        />
        <Box name="unlimited" words={text('orders.noLimit')} />
        <SubmitButton className="self-start" size="small" pendingText={text('orders.raising')}>
          {text('orders.raise')}
        </SubmitButton>
      </form>
    </Disclosure>
  );
}

/** A later end for one resource, behind a press; where there cannot be one, why not. */
export function ExtendExpiry({ order, resource, name }: ChangeProps) {
  const { expiresAt } = resource;
  if (resource.isRevoked) return null;
  if (resource.isSubscription) return <WhyNot>{text('orders.cannotExtendSubscription')}</WhyNot>;
  if (expiresAt === null) return <WhyNot>{text('orders.cannotExtendLifetime')}</WhyNot>;
  return (
    <Disclosure words={text('orders.extend')} name={text('orders.extendOf', { title: name })}>
      <form action={extendTerm} className="flex max-w-xs flex-col gap-3">
        <Which order={order} resource={resource} />
        <Field
          id={`day-${resource.number}`}
          name="day"
          label={text('orders.newEnd')}
          hint={text('orders.newEndHint', { day: formatDate(expiresAt, 'day', 'UTC') })}
          type="date"
          min={dayAfter(expiresAt)}
          defaultValue={dayAfter(expiresAt)}
          required
        />
        <Box name="lifetime" words={text('orders.noEnd')} />
        <SubmitButton className="self-start" size="small" pendingText={text('orders.extending')}>
          {text('orders.extend')}
        </SubmitButton>
      </form>
    </Disclosure>
  );
}

function Disclosure({ words, name, children }: { words: string; name: string; children: ReactNode }) {
  return (
    <details className="group w-full sm:w-auto sm:min-w-44">
      <summary
        aria-label={name}
        className={buttonClass(
          { variant: 'secondary', size: 'small' },
          'cursor-pointer list-none group-open:mb-4 [&::-webkit-details-marker]:hidden',
        )}
      >
        {words}
      </summary>
      {children}
    </details>
  );
}

function Box({ name, words }: { name: string; words: string }) {
  return (
    <label className="flex min-h-8 items-center gap-2">
      <input type="checkbox" name={name} className="size-5 accent-ink" />
      {words}
    </label>
  );
}

function WhyNot({ children }: { children: ReactNode }) {
  return <p className="max-w-xs text-muted text-sm">{children}</p>;
}

function Which({ order, resource }: Pick<ChangeProps, 'order' | 'resource'>) {
  return (
    <>
      <input type="hidden" name="number" value={String(order.number)} />
      <input type="hidden" name="order" value={order.id} />
      <input type="hidden" name="resource" value={resource.id} />
    </>
  );
}
