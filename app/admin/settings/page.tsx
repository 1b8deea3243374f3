import type { Metadata } from 'next';
import { requireAdmin } from '@/lib/auth/require-admin';
import { dropboxSetup } from '@/lib/downloads/check-dropbox-key';
import { readStoreSettings } from '@/lib/settings/store-settings';
import { text } from '../../_texts/text';
import { PageHeader } from '../../_ui/page-header';
import { enteredOf } from './entered-settings';
import { SettingsForm } from './settings-form';

export const metadata: Metadata = { title: text('admin.settingsTitle') };

/** What an admin may set; each setting says whom it affects. */
export default async function SettingsPage() {
  await requireAdmin('/admin/settings');
  return (
    <>
      <PageHeader title={text('admin.settingsTitle')} />
      <SettingsForm inForce={enteredOf(await readStoreSettings())} dropbox={dropboxSetup()} />
    </>
  );
}
