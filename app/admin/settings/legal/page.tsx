import type { Metadata } from 'next';
import { requireAdmin } from '@/lib/auth/require-admin';
import { readLegalTexts } from '@/lib/settings/legal-pages';
import { text } from '../../../_texts/text';
import { Link } from '../../../_ui/link';
import { PageHeader } from '../../../_ui/page-header';
import { LegalForm } from './legal-form';

export const metadata: Metadata = { title: text('legal.adminTitle') };

/** What the owner writes for buyers to read: terms, refunds, privacy, and who runs the store. */
export default async function LegalSettingsPage() {
  await requireAdmin('/admin/settings/legal');
  return (
    <>
      <p>
        <Link href="/admin/settings" className="link">
          {text('legal.back')}
        </Link>
      </p>
      <PageHeader title={text('legal.adminTitle')} text={text('legal.adminText')} />
      <LegalForm inForce={await readLegalTexts()} />
    </>
  );
}
