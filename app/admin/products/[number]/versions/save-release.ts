'use server';

import { redirect } from 'next/navigation';
import { requireAdminChange } from '@/lib/auth/require-admin-change';
import { createRelease } from '@/lib/catalog/create-release';
import { editRelease } from '@/lib/catalog/edit-release';
import { readRelease } from '@/lib/catalog/read-release';
import { renderMarkdown } from '@/lib/catalog/render-markdown';
import { now } from '@/lib/clock';
import { formField } from '../../../../_shell/form-field';
import { readEntered, textOf } from './entered-release';
import { errorsOf, type ReleaseAnswer } from './release-answer';

/** Begins a version as a draft, or shows its changelog as it would read. */
export async function saveNewRelease(_before: ReleaseAnswer, form: FormData): Promise<ReleaseAnswer> {
  const { actor } = await requireAdminChange('/admin/products');
  const entered = readEntered(form);
  if (formField(form, 'step') === 'preview') return preview(entered);
  const at = now();
  const result = await createRelease({ productId: formField(form, 'product'), text: textOf(entered, at), actor, at });
  if (result.ok) redirect(pageOf(form, result.release.id, 'created'));
  const problems = result.reason === 'text_refused' ? result.problems : [result.reason];
  return { outcome: 'refused', entered, errors: errorsOf(problems) };
}

/** Saves what is said about a version, or shows its changelog as it would read. */
export async function saveRelease(_before: ReleaseAnswer, form: FormData): Promise<ReleaseAnswer> {
  const { actor } = await requireAdminChange('/admin/products');
  const entered = readEntered(form);
  if (formField(form, 'step') === 'preview') return preview(entered);
  const at = now();
  const [productId, releaseId] = [formField(form, 'product'), formField(form, 'release')];
  const before = await readRelease({ productId, releaseId });
  const text = textOf(entered, at, before?.releasedAt);
  const result = await editRelease({ releaseId, text, fingerprint: formField(form, 'fingerprint'), actor, at });
  if (result.ok && result.isChanged) redirect(pageOf(form, releaseId, 'saved'));
  if (result.ok) return { outcome: 'unchanged' };
  const problems = result.reason === 'text_refused' ? result.problems : [result.reason];
  return { outcome: 'refused', entered, errors: errorsOf(problems) };
}

function preview(entered: ReturnType<typeof readEntered>): ReleaseAnswer {
  return { outcome: 'previewed', entered, html: renderMarkdown(entered.changelogMd.slice(0, 50_000)) };
}

function pageOf(form: FormData, releaseId: string, notice: 'created' | 'saved'): string {
  return `/admin/products/${encodeURIComponent(formField(form, 'number'))}/versions/${releaseId}?notice=${notice}`;
}
