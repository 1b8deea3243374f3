import type { Metadata } from 'next';
import { requireAdmin } from '@/lib/auth/require-admin';
import { readStoreSettings } from '@/lib/settings/store-settings';
import { text } from '../../../_texts/text';
import { Link } from '../../../_ui/link';
import { PageHeader } from '../../../_ui/page-header';
import { enteredInvoicesOf } from './entered-invoices';
import { InvoicesForm } from './invoices-form';

export const metadata: Metadata = { title: text('invoices.settingsTitle') };

/** Who reckons the tax, and what invoices say of the seller. */
export default async function InvoiceSettingsPage() {
  await requireAdmin('/admin/settings/invoices');
  const settings = await readStoreSettings();
  return (
    <>
      <p>
        <Link href="/admin/settings" className="link">
          {text('invoices.backToSettings')}
        </Link>
      </p>
      <PageHeader title={text('invoices.settingsTitle')} text={text('invoices.settingsText')} />
      <InvoicesForm inForce={enteredInvoicesOf(settings)} />
    </>
  );
}
