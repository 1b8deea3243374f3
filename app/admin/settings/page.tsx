import type { Metadata } from 'next';
import { requireAdmin } from '@/lib/auth/require-admin';
import { readStoreSettings } from '@/lib/settings/store-settings';
import { text } from '../../_texts/text';
import { PageHeader } from '../../_ui/page-header';
import { SettingsForm } from './settings-form';

export const metadata: Metadata = { title: text('admin.settingsTitle') };

/** What an admin may set today: which keys customers see. */
export default async function SettingsPage() {
  await requireAdmin('/admin/settings');
  const { showProductOrderApiKeys, showMasterApiKey } = await readStoreSettings();
  return (
    <>
      <PageHeader title={text('admin.settingsTitle')} />
      <SettingsForm showProductOrderApiKeys={showProductOrderApiKeys} showMasterApiKey={showMasterApiKey} />
    </>
  );
}
