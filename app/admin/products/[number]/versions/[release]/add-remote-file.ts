'use server';

import { redirect } from 'next/navigation';
import { requireAdminChange } from '@/lib/auth/require-admin-change';
import { addRemoteArtifact, testRemoteArtifact } from '@/lib/downloads/add-remote-artifact';
import { formField } from '../../../../../_shell/form-field';
import { type RemoteAnswer, refusedRemote } from './remote-answer';

/** Tests an address outside, or adds its file to a version. */
export async function addRemoteFile(_before: RemoteAnswer, form: FormData): Promise<RemoteAnswer> {
  const { actor } = await requireAdminChange('/admin/products');
  const [address, fileName, platform] = ['address', 'fileName', 'platform'].map((name) => formField(form, name).trim());
  const entered = { address: address ?? '', fileName: fileName ?? '', platform: platform ?? '' };
  if (formField(form, 'step') === 'test') {
    const tested = await testRemoteArtifact(entered.address);
    if (!tested.ok) return refusedRemote(entered, tested.reason, tested.detail);
    return { outcome: 'tested', entered, sizeBytes: tested.sizeBytes, sha256: tested.sha256 };
  }
  const releaseId = formField(form, 'release');
  const added = await addRemoteArtifact({ ...entered, releaseId, actor });
  if (!added.ok) return refusedRemote(entered, added.reason, 'detail' in added ? added.detail : '');
  const number = encodeURIComponent(formField(form, 'number'));
  redirect(`/admin/products/${number}/versions/${encodeURIComponent(releaseId)}?notice=file_added`);
}
