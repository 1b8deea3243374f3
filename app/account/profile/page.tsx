import type { Metadata } from 'next';
import { requireCustomer } from '@/lib/auth/require-customer';
import { readProfile } from '@/lib/customers/profile';
import { text } from '../../_texts/text';
import { PageHeader } from '../../_ui/page-header';
import { ProfileForm } from './profile-form';

export const metadata: Metadata = { title: text('invoices.profileTitle') };

/** What the signed-in person's next invoices say of them. */
export default async function ProfilePage() {
  const customer = await requireCustomer('/account/profile');
  const { name, company, vatId, invoiceAddress } = await readProfile(customer.id);
  return (
    <>
      <PageHeader title={text('invoices.profileTitle')} text={text('invoices.profileText')} />
      <ProfileForm
        saved={{
          name: name ?? '',
          company: company ?? '',
          vatId: vatId ?? '',
          invoiceAddress: invoiceAddress ?? '',
        }}
      />
    </>
  );
}
