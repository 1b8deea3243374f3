import type { ReactNode } from 'react';
import type { CustomerFacts } from '@/lib/customers/read-customer';
import { storeFacts } from '@/lib/settings/store-facts';
import { text } from '../../../_texts/text';
import { DateTime } from '../../../_ui/date-time';
import { Dialog } from '../../../_ui/dialog';
import { Notice } from '../../../_ui/notice';
import { SubmitButton } from '../../../_ui/submit-button';
import { disableAccount, enableAccount, mailLink } from './actions';

type AccountBoxProps = { customer: CustomerFacts; isOwn: boolean };

/** How this person signs in, and the two things an admin can do about it. */
export function AccountBox({ customer, isOwn }: AccountBoxProps) {
  const { hasPassword, sessions, lastSeenAt, disabledAt } = customer;
  return (
    <section aria-labelledby="account" className="flex flex-col gap-4 rounded-md border border-line bg-raised p-5">
      <h2 id="account" className="text-lg">
        {text('customers.account')}
      </h2>
      {disabledAt ? (
        <Notice tone="warn">{text('customers.disabledText')}</Notice>
      ) : (
        <p className="max-w-text text-muted text-sm">{text('customers.accountText')}</p>
      )}
      <dl className="flex flex-col">
        <Fact name={text('customers.password')}>
          {text(hasPassword ? 'customers.passwordSet' : 'customers.passwordNone')}
        </Fact>
        <Fact name={text('customers.factor')}>{factorsText(customer.factors)}</Fact>
        <Fact name={text('customers.sessions')}>
          {sessions === 0 ? text('customers.sessionsNone') : text('customers.sessionsCount', { count: sessions })}
        </Fact>
        <Fact name={text('customers.lastSeen')}>
          {lastSeenAt ? <DateTime at={lastSeenAt} form="moment" /> : text('customers.neverSeen')}
        </Fact>
      </dl>
      <div className="mt-auto flex flex-wrap items-center gap-2">
        {disabledAt ? <Enable customer={customer} /> : <MailLink customer={customer} />}
        {disabledAt || isOwn ? null : <Disable customer={customer} />}
      </div>
      {isOwn ? <p className="text-muted text-sm">{text('customers.ownAccount')}</p> : null}
    </section>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="flex min-h-10 flex-wrap items-center justify-between gap-x-4 border-line border-t py-1.5">
      <dt className="text-muted text-sm">{name}</dt>
      <dd className="text-end">{children}</dd>
    </div>
  );
}

/** The kinds alone: what a factor is called or made of is its owner's. */
function factorsText({ totp, passkey, recoveryCodes }: CustomerFacts['factors']): string {
  if (totp + passkey === 0) return text('customers.factorsNone');
  return [
    ...(totp > 0 ? [text('customers.factorTotp', { count: totp })] : []),
    ...(passkey > 0 ? [text('customers.factorPasskey', { count: passkey })] : []),
    text('customers.factorCodes', { count: recoveryCodes }),
  ].join(' · ');
}

function MailLink({ customer }: { customer: CustomerFacts }) {
  const { email } = customer;
  return (
    <Dialog
      trigger={text('customers.mailLink')}
      look={{ variant: 'secondary', size: 'small' }}
      title={text('customers.mailLinkTitle', { email })}
      text={text('customers.mailLinkText')}
      closeText={text('customers.cancel')}
    >
      {storeFacts().hasMailServer ? null : <Notice tone="warn">{text('customers.mailLinkKept')}</Notice>}
      <form action={mailLink}>
        <Who customer={customer} />
        <SubmitButton pendingText={text('customers.mailingLink')}>{text('customers.mailLink')}</SubmitButton>
      </form>
    </Dialog>
  );
}

function Disable({ customer }: { customer: CustomerFacts }) {
  return (
    <Dialog
      trigger={text('customers.disable')}
      look={{ variant: 'danger', size: 'small' }}
      title={text('customers.disableTitle', { email: customer.email })}
      text={text('customers.disableText')}
      closeText={text('customers.keep')}
    >
      <form action={disableAccount}>
        <Who customer={customer} />
        <SubmitButton variant="danger" pendingText={text('customers.disabling')}>
          {text('customers.disable')}
        </SubmitButton>
      </form>
    </Dialog>
  );
}

function Enable({ customer }: { customer: CustomerFacts }) {
  return (
    <form action={enableAccount}>
      <Who customer={customer} />
      <SubmitButton variant="secondary" size="small" pendingText={text('customers.enabling')}>
        {text('customers.enable')}
      </SubmitButton>
    </form>
  );
}

function Who({ customer }: { customer: CustomerFacts }) {
  return (
    <>
      <input type="hidden" name="number" value={String(customer.number)} />
      <input type="hidden" name="customer" value={customer.id} />
    </>
  );
}
