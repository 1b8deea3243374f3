import { expect, test } from 'vitest';
import { createRelease } from '@/lib/catalog/create-release';
import { editRelease, releaseFingerprint } from '@/lib/catalog/edit-release';
import { publishDraft } from '@/lib/catalog/publish-draft';
import { now } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { useDatabase } from '../support/database';
import { aProduct } from '../support/factories';
import { aDraft, aFiledDraft, aText, auditOf, byAdmin, releaseRow } from './release-support';

useDatabase();

const fingerprintOf = async (releaseId: string) => releaseFingerprint(await releaseRow(releaseId));

test('a version begins as a draft, and its fields are in the audit', async () => {
  const { id: productId } = await aProduct();
  const text = aText({ version: '2.0.0-rc.1', testedVersion: ' 6.8 ', changelogMd: '- a\r\n- b\0\r\n' });
  const made = await createRelease({ productId, text, actor: byAdmin });
  if (!made.ok) throw new Error(made.reason);
  const row = await releaseRow(made.release.id);
  expect(row).toMatchObject({ publishedAt: null, testedVersion: '6.8', requiresPhp: null, changelogMd: '- a\n- b' });
  expect(await auditOf(row.id)).toEqual([
    {
      action: 'release.create',
      before: null,
      after: expect.objectContaining({ productId, version: '2.0.0-rc.1', channel: 'stable', publishedAt: null }),
    },
  ]);
});

test('of two admins who begin the same version at once, one does and the other hears of it', async () => {
  const { id: productId } = await aProduct();
  const wish = { productId, text: aText({ version: '3.0.0' }), actor: byAdmin };
  const results = await Promise.all([1, 2, 3, 4].map(() => createRelease(wish)));
  const [row] = await db().release.findMany({ where: { productId } });
  expect(results.filter((result) => result.ok).length).toBe(1);
  expect(results.filter((result) => !result.ok)).toEqual(
    [1, 2, 3].map(() => ({ ok: false, reason: 'version_exists', releaseId: row?.id })),
  );
  expect(await db().release.count({ where: { productId } })).toBe(1);
});

test('a product that is not there has no versions', async () => {
  const text = aText();
  for (const productId of [crypto.randomUUID(), 'nonsense']) {
    expect(await createRelease({ productId, text, actor: byAdmin })).toEqual({
      ok: false,
      reason: 'product_not_found',
    });
  }
});

test.each([
  ['version_invalid', { version: '' }],
  ['version_invalid', { version: '../1.0' }],
  ['version_invalid', { version: '1.0 beta' }],
  ['version_invalid', { version: '1'.repeat(65) }],
  ['date_invalid', { releasedAt: undefined }],
  ['date_in_future', { releasedAt: new Date(Date.now() + 86_400_000) }],
  ['changelog_too_long', { changelogMd: 'x'.repeat(50_001) }],
  ['notice_too_long', { upgradeNotice: 'x'.repeat(501) }],
  ['requirement_too_long', { requiresPhp: 'x'.repeat(41) }],
])('%s is told, and nothing is written', async (problem, wrong) => {
  const { id: productId } = await aProduct();
  const result = await createRelease({ productId, text: aText(wrong), actor: byAdmin });
  expect(result).toEqual({ ok: false, reason: 'text_refused', problems: [problem] });
  expect(await db().release.count({ where: { productId } })).toBe(0);
});

test('an edit keeps both values of what changed, and the same text again changes nothing', async () => {
  const { releaseId } = await aDraft({ upgradeNotice: 'Old' });
  const { releasedAt } = await releaseRow(releaseId);
  const text = aText({ releasedAt, upgradeNotice: 'New' });
  const fingerprint = await fingerprintOf(releaseId);
  expect(await editRelease({ releaseId, text, fingerprint, actor: byAdmin })).toEqual({ ok: true, isChanged: true });
  expect(await editRelease({ releaseId, text, fingerprint, actor: byAdmin })).toEqual({ ok: true, isChanged: false });
  expect((await auditOf(releaseId)).slice(1)).toEqual([
    {
      action: 'release.edit',
      before: { version: '1.0.0', upgradeNotice: 'Old' },
      after: expect.objectContaining({ version: '1.0.0', upgradeNotice: 'New' }),
    },
  ]);
});

test('a save over what somebody else saved meanwhile is refused', async () => {
  const { releaseId } = await aDraft();
  const fingerprint = await fingerprintOf(releaseId);
  const { releasedAt } = await releaseRow(releaseId);
  const save = (changelogMd: string) =>
    editRelease({ releaseId, text: aText({ releasedAt, changelogMd }), fingerprint, actor: byAdmin });
  expect(await save('- Mine')).toMatchObject({ ok: true });
  expect(await save('- Yours')).toEqual({ ok: false, reason: 'changed_meanwhile' });
  expect((await releaseRow(releaseId)).changelogMd).toBe('- Mine');
});

test('a draft may be renumbered, but not to a version that is there', async () => {
  const { releaseId, productId } = await aDraft({ version: '1.0.0' });
  await aDraft({ productId, version: '1.1.0' });
  const renumber = async (version: string) => {
    const { releasedAt } = await releaseRow(releaseId);
    const fingerprint = await fingerprintOf(releaseId);
    return editRelease({ releaseId, text: aText({ version, releasedAt }), fingerprint, actor: byAdmin });
  };
  expect(await renumber('1.1.0')).toEqual({ ok: false, reason: 'version_exists' });
  expect(await renumber('1.0.1')).toEqual({ ok: true, isChanged: true });
});

test('a draft that is renumbered while that version is begun ends with one of them, without a fault', async () => {
  for (let round = 0; round < 5; round++) {
    const { releaseId, productId } = await aDraft({ version: '1.0.0' });
    const { releasedAt } = await releaseRow(releaseId);
    const fingerprint = await fingerprintOf(releaseId);
    const text = aText({ version: '2.0.0', releasedAt });
    const results = await Promise.all([
      editRelease({ releaseId, text, fingerprint, actor: byAdmin }),
      createRelease({ productId, text: aText({ version: '2.0.0' }), actor: byAdmin }),
    ]);
    expect(results.filter(({ ok }) => ok).length).toBe(1);
    expect(results.find(({ ok }) => !ok)).toMatchObject({ reason: 'version_exists' });
  }
});

test('a published version keeps its number, while its texts may be corrected', async () => {
  const { releaseId } = await aFiledDraft();
  await publishDraft({ releaseId, actor: byAdmin });
  const { releasedAt } = await releaseRow(releaseId);
  const fingerprint = await fingerprintOf(releaseId);
  const edit = (text: Parameters<typeof aText>[0]) =>
    editRelease({ releaseId, text: aText({ releasedAt, ...text }), fingerprint, actor: byAdmin, at: now() });
  expect(await edit({ version: '1.0.1' })).toEqual({ ok: false, reason: 'version_published' });
  expect(await edit({ changelogMd: '- Corrected' })).toEqual({ ok: true, isChanged: true });
});
