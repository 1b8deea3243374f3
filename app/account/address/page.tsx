import type { Metadata } from 'next';
import { requireCustomer } from '@/lib/auth/require-customer';
import { readEmailChange } from '@/lib/customers/change-email';
import { text } from '../../_texts/text';
import { LinkButton } from '../../_ui/link-button';
import { Notice } from '../../_ui/notice';
import { PageHeader } from '../../_ui/page-header';
import { SubmitButton } from '../../_ui/submit-button';
import { one, type SearchParams } from '../../products/catalogue-view';
import { confirmEmailAction } from './actions';

// The token in this page's address must not travel on to another site.
export const metadata: Metadata = { title: text('account.confirmEmailTitle'), referrer: 'same-origin' };

/** Confirms a new address by a press, not by being opened, for the account that asked for it. */
export default async function AddressPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const token = one((await searchParams).token) ?? '';
  const customer = await requireCustomer(`/account/address?token=${encodeURIComponent(token)}`);
  const link = await readEmailChange(token, { viewerId: customer.id });
  if (!link.ok) return <Unusable reason={link.reason} email={customer.email} />;
  const words = { email: link.newAddress, old: customer.email };
  return (
    <div className="flex max-w-md flex-col gap-8">
      <PageHeader title={text('account.confirmEmailTitle')} text={text('account.confirmEmailText', words)} />
      <form action={confirmEmailAction}>
        <input type="hidden" name="token" value={token} />
        <SubmitButton pendingText={text('account.confirmingEmail')}>{text('account.confirmEmail')}</SubmitButton>
      </form>
    </div>
  );
}

type UnusableProps = { reason: 'link_not_usable' | 'other_account'; email: string };

function Unusable({ reason, email }: UnusableProps) {
  const isOthers = reason === 'other_account';
  return (
    <div className="flex max-w-md flex-col gap-8">
      <PageHeader title={text('account.confirmEmailTitle')} />
      <Notice tone="warn" title={text(isOthers ? 'account.otherAccountTitle' : 'people.linkDeadTitle')}>
        {isOthers ? text('account.otherAccountText', { email }) : text('people.linkDeadText')}
      </Notice>
      <LinkButton href="/account/credentials" className="self-start">
        {text('account.credentialsTitle')}
      </LinkButton>
    </div>
  );
}
