import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { requireCustomer } from '@/lib/auth/require-customer';
import { listPlanChoices, type PlanChoice } from '@/lib/orders/subscriptions/change-subscription-plan';
import { readSubscription, type SubscriptionItemView } from '@/lib/orders/subscriptions/list-subscriptions';
import { text } from '../../../../_texts/text';
import { Badge } from '../../../../_ui/badge';
import { formatPrice } from '../../../../_ui/format-price';
import { LinkButton } from '../../../../_ui/link-button';
import { Notice } from '../../../../_ui/notice';
import { PageHeader } from '../../../../_ui/page-header';
import { SubmitButton } from '../../../../_ui/submit-button';
import { one, type SearchParams } from '../../../../products/catalogue-view';
import { changePlan } from '../../actions';

export const metadata: Metadata = { title: text('renewals.planTitle') };

const LIST = '/account/subscriptions';

type PlanPageProps = { params: Promise<{ id: string }>; searchParams: Promise<SearchParams> };

/** The plans that one item of a subscription can change to, each with its price. */
export default async function PlanPage({ params, searchParams }: PlanPageProps) {
  const { id } = await params;
  const customer = await requireCustomer(`${LIST}/${id}/plan`);
  const owner = { customerId: customer.id };
  const subscription = await readSubscription({ id }, owner);
  const wanted = one((await searchParams).item);
  const item = subscription?.items.find((one) => one.id === wanted) ?? subscription?.items[0];
  if (!subscription || !item || subscription.status === 'cancelled') notFound();
  const actor = { kind: customer.role, id: customer.id };
  const choices = await listPlanChoices({ subscriptionId: id, owner, actor, itemId: item.id });
  return (
    <>
      <PageHeader title={text('renewals.planTitle')} text={text('renewals.planText')} />
      {choices.some(({ isPresent }) => !isPresent) ? (
        <ChoiceForm subscriptionId={id} item={item} choices={choices} />
      ) : (
        <>
          <Notice>{text('renewals.planNone')}</Notice>
          <LinkButton href={LIST} variant="secondary" className="self-start">
            {text('renewals.planNo')}
          </LinkButton>
        </>
      )}
    </>
  );
}

type ChoiceFormProps = { subscriptionId: string; item: SubscriptionItemView; choices: PlanChoice[] };

function ChoiceForm({ subscriptionId, item, choices }: ChoiceFormProps) {
  return (
    <form action={changePlan} className="flex flex-col gap-6">
      <input type="hidden" name="subscription" value={subscriptionId} />
      <input type="hidden" name="item" value={item.id} />
      <fieldset className="flex min-w-0 flex-col gap-3">
        <legend className="contents">
          <span className="font-medium">{text('renewals.planChoose', { title: item.productTitle })}</span>
        </legend>
        {item.quantity > 1 ? (
          <p className="text-muted text-sm">{text('renewals.planTimes', { count: item.quantity })}</p>
        ) : null}
        <div className="grid gap-3 sm:grid-cols-2">
          {choices.map((choice) => (
            <Choice key={choice.planNumber} choice={choice} />
          ))}
        </div>
      </fieldset>
      <div className="flex flex-wrap gap-3">
        <SubmitButton pendingText={text('renewals.planChanging')}>{text('renewals.planYes')}</SubmitButton>
        <LinkButton href={LIST} variant="secondary">
          {text('renewals.planNo')}
        </LinkButton>
      </div>
    </form>
  );
}

function Choice({ choice }: { choice: PlanChoice }) {
  const { planNumber, name, unitAmount, currency, interval, activationLimit, isPresent } = choice;
  const id = `plan-${planNumber}`;
  return (
    <label
      htmlFor={id}
      className="flex cursor-pointer gap-3 rounded-md border border-line bg-raised p-4 transition-colors hover:border-edge has-checked:border-brass has-checked:shadow-[inset_0_0_0_1px_var(--brass)]"
    >
      <input
        id={id}
        type="radio"
        name="plan"
        value={planNumber}
        defaultChecked={isPresent}
        className="mt-1 size-4 shrink-0 accent-brass"
      />
      <span className="flex min-w-0 flex-1 flex-col gap-1">
        <span className="flex flex-wrap items-center justify-between gap-2">
          <span className="font-medium">{name}</span>
          {isPresent ? <Badge>{text('renewals.planPresent')}</Badge> : null}
        </span>
        <span className="nums">{text(`renewals.each.${interval}`, { price: formatPrice(unitAmount, currency) })}</span>
        <span className="text-muted text-sm">
          {activationLimit === null
            ? text('renewals.planUnlimited')
            : text('renewals.planPlaces', { count: activationLimit })}
        </span>
      </span>
    </label>
  );
}
