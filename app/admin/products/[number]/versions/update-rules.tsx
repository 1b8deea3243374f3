import type { EditedProduct } from '@/lib/catalog/read-admin-product';
import { text } from '../../../../_texts/text';
import { Field } from '../../../../_ui/field';
import { SubmitButton } from '../../../../_ui/submit-button';
import { Switch } from '../../../../_ui/switch';
import { saveUpdateRules } from './actions';

/** Who gets which versions: the product's switches and the update right of each plan. */
export function UpdateRules({ product }: { product: EditedProduct }) {
  // A subscription has its updates as long as it is paid.
  const plans = product.plans.filter((plan) => plan.billingInterval === null);
  const key = JSON.stringify([product.keepsReleases, product.deliversFiles, plans.map((plan) => plan.updateDays)]);
  return (
    <section aria-labelledby="update-rules" className="mt-6 flex flex-col gap-2">
      <h2 id="update-rules" className="text-lg">
        {text('releases.rulesTitle')}
      </h2>
      {/* The key starts the fields anew with what was saved. */}
      <form key={key} action={saveUpdateRules} noValidate className="flex flex-col gap-4">
        <input type="hidden" name="product" value={product.id} />
        <input type="hidden" name="number" value={String(product.number)} />
        <input type="hidden" name="plans" value={plans.map((plan) => plan.id).join()} />
        <div className="flex flex-col divide-y divide-line border-line border-y">
          <Switch
            id="keepsReleases"
            label={text('releases.keepsReleases')}
            hint={text('releases.keepsReleasesHint')}
            defaultChecked={product.keepsReleases}
          />
          <Switch
            id="deliversFiles"
            label={text('releases.deliversFiles')}
            hint={text('releases.deliversFilesHint')}
            defaultChecked={product.deliversFiles}
          />
        </div>
        {plans.length === 0 ? null : (
          <fieldset className="flex min-w-0 flex-col gap-1">
            <legend className="contents">
              <span className="font-medium">{text('releases.updateDaysTitle')}</span>
            </legend>
            <p className="mb-3 max-w-text text-muted text-sm">{text('releases.updateDaysHint')}</p>
            <div className="grid gap-4 sm:grid-cols-3">
              {plans.map((plan) => (
                <Field
                  key={plan.id}
                  id={`days-${plan.id}`}
                  label={plan.name}
                  inputMode="numeric"
                  autoComplete="off"
                  maxLength={6}
                  placeholder={text('releases.asLicence')}
                  defaultValue={plan.updateDays === null ? '' : String(plan.updateDays)}
                />
              ))}
            </div>
          </fieldset>
        )}
        <SubmitButton variant="secondary" className="self-start" pendingText={text('releases.savingRules')}>
          {text('releases.saveRules')}
        </SubmitButton>
      </form>
    </section>
  );
}
