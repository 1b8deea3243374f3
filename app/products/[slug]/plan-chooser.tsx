import { MAX_QUANTITY } from '@/lib/catalog/cart-lines';
import type { CatalogPlan } from '@/lib/catalog/catalog-product';
import { text } from '../../_texts/text';
import { Price } from '../../_ui/price';
import { SubmitButton } from '../../_ui/submit-button';
import { addToCart } from '../actions';
import { billingWords, limitWords, termWords } from '../plan-words';

/** The plans as cards of one choice; the first is chosen already, so the shortest way is one press. */
export function PlanChooser({ plans }: { plans: CatalogPlan[] }) {
  return (
    <form action={addToCart} className="flex flex-col gap-4">
      <fieldset className="flex min-w-0 flex-col gap-3">
        <legend className="mb-3 font-semibold text-lg">{text('shop.plansTitle')}</legend>
        {plans.map((plan, index) => (
          <PlanCard key={plan.id} plan={plan} isFirst={index === 0} />
        ))}
      </fieldset>
      <div className="flex flex-wrap items-end gap-3">
        <label htmlFor="quantity" className="flex flex-col gap-1 text-muted text-sm">
          {text('shop.quantity')}
          <input
            id="quantity"
            name="quantity"
            type="number"
            inputMode="numeric"
            min={1}
            max={MAX_QUANTITY}
            defaultValue={1}
            required
            className="nums min-h-12 w-20 rounded-md border border-edge bg-raised px-3 text-base text-ink"
          />
        </label>
        <SubmitButton size="large" className="grow" pendingText={text('shop.adding')}>
          {text('shop.addToCart')}
        </SubmitButton>
      </div>
    </form>
  );
}

function PlanCard({ plan, isFirst }: { plan: CatalogPlan; isFirst: boolean }) {
  const id = `plan-${plan.number}`;
  return (
    <label
      htmlFor={id}
      className="grid cursor-pointer grid-cols-[auto_1fr_auto] gap-x-3 rounded-md border border-line bg-raised p-4 transition-colors hover:border-edge has-checked:border-brass has-checked:shadow-[inset_0_0_0_1px_var(--brass)]"
    >
      <input
        id={id}
        type="radio"
        name="planNumber"
        value={plan.number}
        defaultChecked={isFirst}
        required
        className="mt-1 size-4 accent-brass"
      />
      <span className="flex min-w-0 flex-col">
        <span className="font-semibold">{plan.name}</span>
        <span className="text-muted">{limitWords(plan)}</span>
        <span className="text-muted">{termWords(plan)}</span>
        <span className="mt-2 font-mono text-muted text-sm">
          {text('shop.planNumber', { number: String(plan.number) })}
        </span>
      </span>
      <span className="flex flex-col items-end">
        <span className="font-semibold text-lg">
          {plan.unitAmount === 0 ? (
            text('shop.free')
          ) : (
            <Price minorUnits={plan.unitAmount} currency={plan.currency} isShort />
          )}
        </span>
        {plan.unitAmount === 0 ? null : <span className="text-muted text-sm">{billingWords(plan)}</span>}
        {plan.trialDays === null ? null : (
          <span className="text-sm">{text('recurring.trialBadge', { count: plan.trialDays })}</span>
        )}
      </span>
    </label>
  );
}
