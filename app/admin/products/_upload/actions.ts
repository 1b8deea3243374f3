'use server';

import { revalidatePath } from 'next/cache';
import { requireAdminChange } from '@/lib/auth/require-admin-change';
import { type ChangeUploadResult, cancelUpload, retryUpload } from '@/lib/uploads/change-upload';
import { type OpenUploadResult, openUpload } from '@/lib/uploads/open-upload';
import { readChosenFile } from './read-chosen-file';

/** Opens the upload of a file that was chosen on a version's page, or goes on with the unfinished one. */
export async function openFileUpload(chosen: unknown): Promise<OpenUploadResult> {
  const { admin, actor } = await requireAdminChange('/admin/products');
  const file = readChosenFile(chosen);
  if (!file) return { ok: false, reason: 'file_size_invalid' };
  return openUpload(file, { adminId: admin.id, sessionId: admin.sessionId, actor });
}

/** Gives an unfinished upload up. */
export async function cancelFileUpload(uploadId: unknown): Promise<ChangeUploadResult> {
  const { actor } = await requireAdminChange('/admin/products');
  const result = await cancelUpload({ uploadId: String(uploadId), actor });
  revalidatePath('/admin/products', 'layout');
  return result;
}

/** Stores what has arrived once more. */
export async function retryFileUpload(uploadId: unknown): Promise<ChangeUploadResult> {
  const { actor } = await requireAdminChange('/admin/products');
  const result = await retryUpload({ uploadId: String(uploadId), actor });
  revalidatePath('/admin/products', 'layout');
  return result;
}
