import type { Endpoint } from '@/lib/webhooks/endpoint';
import { text } from '../../../../_texts/text';
import { Dialog } from '../../../../_ui/dialog';
import { LinkButton } from '../../../../_ui/link-button';
import { SubmitButton } from '../../../../_ui/submit-button';
import { deleteEndpoint, disableEndpoint, enableEndpoint, recoverSince, sendTest } from './actions';
import { sinceChoices } from './recover-choices';

/** What can be done with an endpoint as it stands. */
export function EndpointActions({ endpoint }: { endpoint: Endpoint }) {
  const { id, disabledAt } = endpoint;
  return (
    <section aria-labelledby="actions" className="flex flex-col gap-5">
      <h2 id="actions" className="sr-only">
        {text('webhooks.actions')}
      </h2>
      <div className="flex flex-wrap items-center gap-2">
        {disabledAt ? <Enable id={id} /> : <Test id={id} />}
        <LinkButton href={`/admin/webhooks/out/${id}/secret`} variant="secondary">
          {text('webhooks.rotate')}
        </LinkButton>
        {disabledAt ? null : <Disable id={id} />}
        <Remove id={id} />
      </div>
      {disabledAt ? null : <Recover id={id} />}
    </section>
  );
}

function Test({ id }: { id: string }) {
  return (
    <form action={sendTest}>
      <input type="hidden" name="id" value={id} />
      <SubmitButton pendingText={text('webhooks.testing')}>{text('webhooks.test')}</SubmitButton>
    </form>
  );
}

function Enable({ id }: { id: string }) {
  return (
    <form action={enableEndpoint}>
      <input type="hidden" name="id" value={id} />
      <SubmitButton pendingText={text('webhooks.enabling')}>{text('webhooks.enable')}</SubmitButton>
    </form>
  );
}

function Disable({ id }: { id: string }) {
  return (
    <Dialog
      trigger={text('webhooks.disable')}
      title={text('webhooks.disable')}
      text={text('webhooks.disableText')}
      closeText={text('webhooks.cancel')}
    >
      <form action={disableEndpoint}>
        <input type="hidden" name="id" value={id} />
        <SubmitButton variant="danger">{text('webhooks.disable')}</SubmitButton>
      </form>
    </Dialog>
  );
}

function Remove({ id }: { id: string }) {
  return (
    <Dialog
      trigger={text('webhooks.remove')}
      look={{ variant: 'danger' }}
      title={text('webhooks.removeTitle')}
      text={text('webhooks.removeText')}
      closeText={text('webhooks.cancel')}
    >
      <form action={deleteEndpoint}>
        <input type="hidden" name="id" value={id} />
        <SubmitButton variant="danger">{text('webhooks.remove')}</SubmitButton>
      </form>
    </Dialog>
  );
}

function Recover({ id }: { id: string }) {
  return (
    <form
      action={recoverSince}
      className="flex flex-col gap-3 rounded-md border border-line bg-raised p-5 lg:flex-row lg:items-end lg:justify-between lg:gap-8"
    >
      <input type="hidden" name="id" value={id} />
      <div className="flex flex-col gap-1">
        <h3 className="font-semibold">{text('webhooks.recoverTitle')}</h3>
        <p className="max-w-text text-muted text-sm">{text('webhooks.recoverText')}</p>
      </div>
      <div className="flex shrink-0 flex-wrap items-end gap-2">
        <label className="flex flex-col gap-1 font-medium text-sm">
          {text('webhooks.recoverSince')}
          <select
            name="since"
            defaultValue="24"
            className="min-h-10 rounded-md border border-edge bg-raised px-3 font-normal text-base hover:border-ink"
          >
            {sinceChoices.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        </label>
        <SubmitButton variant="secondary" pendingText={text('webhooks.recovering')}>
          {text('webhooks.recover')}
        </SubmitButton>
      </div>
    </form>
  );
}
