'use server';

import { redirect } from 'next/navigation';
import { requireAdminChange } from '@/lib/auth/require-admin-change';
import { editUpdateRules } from '@/lib/catalog/edit-update-rules';
import { publishDraft } from '@/lib/catalog/publish-draft';
import { removeArtifact } from '@/lib/catalog/remove-artifact';
import { restoreRelease } from '@/lib/catalog/restore-release';
import { unpublishRelease } from '@/lib/catalog/unpublish-release';
import { yankRelease } from '@/lib/catalog/yank-release';
import { formField } from '../../../../_shell/form-field';
import type { ReleaseNotice } from './release-notices';

/** Offers a draft to those whose licences cover it. */
export async function publish(form: FormData): Promise<void> {
  const { actor } = await requireAdminChange('/admin/products');
  const result = await publishDraft({ releaseId: formField(form, 'release'), actor });
  redirect(releasePage(form, result.ok ? 'published' : result.reason));
}

/** Makes a published version a draft again. */
export async function unpublish(form: FormData): Promise<void> {
  const { actor } = await requireAdminChange('/admin/products');
  const result = await unpublishRelease({ releaseId: formField(form, 'release'), actor });
  const refusal = !result.ok && result.reason === 'withdrawn' ? 'is_withdrawn' : 'release_not_found';
  redirect(releasePage(form, result.ok ? 'unpublished' : refusal));
}

/** Withdraws a published version, with the reason from the form. */
export async function withdraw(form: FormData): Promise<void> {
  const { actor } = await requireAdminChange('/admin/products');
  const reason = formField(form, 'reason');
  const result = await yankRelease({ releaseId: formField(form, 'release'), reason, actor });
  redirect(releasePage(form, result.ok ? 'withdrawn' : result.reason));
}

/** Offers a withdrawn version again. */
export async function restore(form: FormData): Promise<void> {
  const { actor } = await requireAdminChange('/admin/products');
  const result = await restoreRelease({ releaseId: formField(form, 'release'), actor });
  redirect(releasePage(form, result.ok ? 'restored' : result.reason));
}

/** Takes a file off a draft. */
export async function removeFile(form: FormData): Promise<void> {
  const { actor } = await requireAdminChange('/admin/products');
  const which = { releaseId: formField(form, 'release'), artifactId: formField(form, 'file') };
  const result = await removeArtifact({ ...which, actor });
  redirect(releasePage(form, result.ok ? 'file_removed' : result.reason));
}

/** Saves who gets which versions of a product. */
export async function saveUpdateRules(form: FormData): Promise<void> {
  const { actor } = await requireAdminChange('/admin/products');
  const plans = formField(form, 'plans').split(',').filter(Boolean);
  const rules = {
    keepsReleases: formField(form, 'keepsReleases') === 'on',
    deliversFiles: formField(form, 'deliversFiles') === 'on',
    plans: plans.map((planId) => ({ planId, updateDays: daysIn(formField(form, `days-${planId}`)) })),
  };
  const result = await editUpdateRules({ productId: formField(form, 'product'), rules, actor });
  if (!result.ok && result.reason === 'product_not_found') redirect('/admin/products');
  const notice = result.ok ? (result.isChanged ? 'rules_saved' : 'nothing_changed') : 'days_invalid';
  redirect(`/admin/products/${encodeURIComponent(formField(form, 'number'))}/versions?notice=${notice}`);
}

function daysIn(text: string): number | null {
  const trimmed = text.trim();
  if (trimmed === '') return null;
  return /^\d{1,6}$/.test(trimmed) ? Number(trimmed) : Number.NaN;
}

function releasePage(form: FormData, notice: ReleaseNotice): string {
  const [number, release] = [formField(form, 'number'), formField(form, 'release')].map(encodeURIComponent);
  return `/admin/products/${number}/versions/${release}?notice=${notice}`;
}
