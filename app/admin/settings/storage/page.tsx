import type { Metadata } from 'next';
import { requireAdmin } from '@/lib/auth/require-admin';
import { readShownStorage } from '@/lib/settings/read-storage-settings';
import { text } from '../../../_texts/text';
import { PageHeader } from '../../../_ui/page-header';
import { StorageForm } from './storage-form';

export const metadata: Metadata = { title: text('storage.title') };

/** Where files of releases lie, and a button that tries it. */
export default async function StoragePage() {
  await requireAdmin('/admin/settings/storage');
  const { entry, hasSecret, filesInBucket } = await readShownStorage();
  return (
    <>
      <PageHeader title={text('storage.title')} text={text('storage.intro')} />
      <StorageForm inForce={entry} hasSecret={hasSecret} filesInBucket={filesInBucket} />
    </>
  );
}
