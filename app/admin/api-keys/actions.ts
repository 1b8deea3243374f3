'use server';

import { redirect } from 'next/navigation';
import { disableKey, revokeKey } from '@/lib/access-keys/change-key-state';
import { requireAdminChange } from '@/lib/auth/require-admin-change';
import { formField } from '../../_shell/form-field';

/** Disables anybody's key; its owner can activate it again. */
export async function disableAnyKey(form: FormData): Promise<void> {
  const { actor } = await requireAdminChange('/admin/api-keys');
  const sid = formField(form, 'sid');
  const result = await disableKey({ anyOwner: true, sid, actor });
  redirect(keyHref(sid, result.ok ? 'disabled' : result.reason));
}

/** Ends anybody's key for good. */
export async function revokeAnyKey(form: FormData): Promise<void> {
  const { actor } = await requireAdminChange('/admin/api-keys');
  const sid = formField(form, 'sid');
  const result = await revokeKey({ anyOwner: true, sid, actor });
  redirect(keyHref(sid, result.ok ? 'revoked' : result.reason));
}

function keyHref(sid: string, notice: 'disabled' | 'revoked' | 'key_not_found' | 'key_revoked'): string {
  const page = notice === 'key_not_found' ? '' : `/${encodeURIComponent(sid)}`;
  return `/admin/api-keys${page}?notice=${notice}`;
}
