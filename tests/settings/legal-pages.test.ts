import { beforeEach, expect, test } from 'vitest';
import { db } from '@/lib/db/client';
import { newDeveloperKey } from '@/lib/secrets/developer-key';
import { listLegalPages, readLegalPage, readLegalTexts } from '@/lib/settings/legal-pages';
import { saveLegalPages } from '@/lib/settings/save-legal-pages';
import { useDatabase } from '../support/database';
import { bySystem } from '../support/factories';

useDatabase();
beforeEach(async () => {
  await db().legalPage.deleteMany();
});

const none = { terms: '', refunds: '', privacy: '', imprint: '' };

test('a page is there once it is written, and gone when it is emptied', async () => {
  expect(await listLegalPages()).toEqual([]);
  expect(await readLegalPage('terms')).toBeUndefined();
  const texts = { imprint: 'Acme\r\n', terms: '## Terms\r\n\r\nPay and use.' };
  expect(await saveLegalPages(texts, bySystem)).toEqual({ ok: true, changed: ['terms', 'imprint'] });
  expect(await listLegalPages()).toEqual(['terms', 'imprint']);
  expect(await readLegalTexts()).toEqual({ ...none, terms: '## Terms\n\nPay and use.', imprint: 'Acme' });
  expect(await saveLegalPages({ terms: ' \n\t ' }, bySystem)).toEqual({ ok: true, changed: ['terms'] });
  expect(await listLegalPages()).toEqual(['imprint']);
});

test('a change is recorded with what stood there before, and the same text again is no change', async () => {
  await saveLegalPages({ privacy: 'Old' }, bySystem);
  const { length } = await auditOfPrivacy();
  await saveLegalPages({ privacy: 'New' }, bySystem);
  expect(await saveLegalPages({ privacy: 'New' }, bySystem)).toEqual({ ok: true, changed: [] });
  const audit = await auditOfPrivacy();
  expect(audit).toHaveLength(length + 1);
  expect(audit.at(-1)).toMatchObject({ action: 'legal_page.save', before: { text: 'Old' }, after: { text: 'New' } });
});

test('a text that is too long or carries a key is refused, and nothing of the others is saved', async () => {
  const key = newDeveloperKey('secret');
  const texts = { terms: `Call us with ${key}`, refunds: 'x'.repeat(50_001), imprint: 'Acme' };
  expect(await saveLegalPages(texts, bySystem)).toEqual({
    ok: false,
    reason: 'legal_text_refused',
    faults: [
      { page: 'terms', problem: 'looks_like_a_key' },
      { page: 'refunds', problem: 'too_long' },
    ],
  });
  expect(await readLegalTexts()).toEqual(none);
});

test('admins who write one page at once come one after the other, and the record says so', async () => {
  const { length } = await auditOfPrivacy();
  const texts = ['One', 'Two', 'Three', 'Four'];
  await Promise.all(texts.map((privacy) => saveLegalPages({ privacy }, bySystem)));
  const told = (await auditOfPrivacy()).slice(length).map(({ before, after }) => [textOf(before), textOf(after)]);
  expect(told.map(([, after]) => after).sort()).toEqual([...texts].sort());
  expect(new Set(told.map(([before]) => before)).size).toBe(texts.length);
  const emptied = await Promise.all([1, 2, 3].map(() => saveLegalPages({ privacy: '' }, bySystem)));
  expect(emptied.flatMap((result) => (result.ok ? result.changed : ['refused']))).toEqual(['privacy']);
});

function auditOfPrivacy() {
  return db().auditEntry.findMany({ where: { objectKind: 'legal_page', objectId: 'privacy' }, orderBy: { at: 'asc' } });
}

const textOf = (told: unknown) => (told as { text: string }).text; // what saveLegalPages records
