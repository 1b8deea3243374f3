import type { CustomerFacts } from '@/lib/customers/read-customer';
import type { MasterHint } from '@/lib/licensing/read-master-hint';
import { text } from '../../../_texts/text';
import { Badge } from '../../../_ui/badge';
import { DateTime } from '../../../_ui/date-time';
import { Dialog } from '../../../_ui/dialog';
import { LinkButton } from '../../../_ui/link-button';
import { SubmitButton } from '../../../_ui/submit-button';
import { KeyHint } from '../../orders/[number]/key-hint';
import { disableKey, enableKey } from './actions';

type MasterKeyBoxProps = { customer: CustomerFacts; masterKey: MasterHint | undefined };

/** The master API key by its hint, and what an admin can do with it. */
export function MasterKeyBox({ customer, masterKey }: MasterKeyBoxProps) {
  return (
    <section aria-labelledby="master-key" className="flex flex-col gap-4 rounded-md border border-line bg-raised p-5">
      <h2 id="master-key" className="text-lg">
        {text('customers.masterTitle')}
      </h2>
      {masterKey ? (
        <Present customer={customer} masterKey={masterKey} />
      ) : (
        <p className="text-muted">{text('customers.masterNone')}</p>
      )}
    </section>
  );
}

type PresentProps = { customer: CustomerFacts; masterKey: MasterHint };

function Present({ customer, masterKey }: PresentProps) {
  const { hint, createdAt, disabledAt, activations } = masterKey;
  return (
    <>
      <p className="max-w-text text-muted text-sm">
        {text(disabledAt ? 'customers.masterDisabledText' : 'customers.masterText')}
      </p>
      <p className="flex flex-wrap items-center gap-3">
        <KeyHint hint={hint} />
        {disabledAt ? <Badge tone="bad">{text('customers.masterDisabled')}</Badge> : null}
      </p>
      <p className="flex flex-wrap gap-x-4 text-muted text-sm">
        <span>
          {text('customers.masterMade')} <DateTime at={createdAt} />
        </span>
        <span className="nums">{text('customers.masterActivations', { count: activations })}</span>
      </p>
      <div className="mt-auto flex flex-wrap gap-2">
        <LinkButton href={`/admin/customers/${customer.number}/replace-key`} variant="secondary" size="small">
          {text('customers.replace')}
        </LinkButton>
        {disabledAt ? (
          <form action={enableKey}>
            <Which customer={customer} masterKey={masterKey} />
            <SubmitButton variant="secondary" size="small" pendingText={text('customers.enablingKey')}>
              {text('customers.enableKey')}
            </SubmitButton>
          </form>
        ) : (
          <Disable customer={customer} masterKey={masterKey} />
        )}
      </div>
    </>
  );
}

function Disable({ customer, masterKey }: PresentProps) {
  return (
    <Dialog
      trigger={text('customers.disableKey')}
      look={{ variant: 'danger', size: 'small' }}
      title={text('customers.disableKeyTitle', { email: customer.email })}
      text={text('customers.disableKeyText')}
      closeText={text('customers.keep')}
    >
      <form action={disableKey}>
        <Which customer={customer} masterKey={masterKey} />
        <SubmitButton variant="danger" pendingText={text('customers.disablingKey')}>
          {text('customers.disableKey')}
        </SubmitButton>
      </form>
    </Dialog>
  );
}

function Which({ customer, masterKey }: PresentProps) {
  return (
    <>
      <input type="hidden" name="number" value={String(customer.number)} />
      <input type="hidden" name="customer" value={customer.id} />
      <input type="hidden" name="key" value={masterKey.id} />
    </>
  );
}
