import { z } from 'zod';
import { type LegalTexts, readLegalTexts } from '../../../../../settings/legal-pages';
import { type LegalFault, saveLegalPages } from '../../../../../settings/save-legal-pages';
import { LONGEST_LEGAL_PAGE } from '../../../../../settings/setting-choices';
import { type ManageReply, operation } from '../../operation';
import { refuse, refuseFields } from './fields';

const text = z.string().describe('Markdown. Empty: the page is not written, and neither shown nor linked.');

const legalSchema = z.object({ terms: text, refunds: text, privacy: text, imprint: text }).meta({ id: 'LegalPages' });

async function tellLegalPages(): Promise<ManageReply<LegalTexts>> {
  return { ok: true, body: await readLegalTexts() };
}

function refuseTexts(faults: readonly LegalFault[]): ManageReply<never> {
  if (faults.some(({ problem }) => problem === 'looks_like_a_key')) return refuse('looks_like_a_key');
  const problem = `may have up to ${LONGEST_LEGAL_PAGE} characters`;
  return refuseFields(faults.map(({ page }) => ({ field: page, problem })));
}

export const readLegalPagesOperation = operation({
  id: 'settings.read_legal_pages',
  area: 'settings',
  access: 'read',
  audience: 'admin',
  method: 'GET',
  path: '/admin/settings/legal',
  summary: 'Read the legal pages of the store as they were written.',
  refusals: [],
  answerSchema: legalSchema,
  handle: tellLegalPages,
});

export const editLegalPagesOperation = operation({
  id: 'settings.edit_legal_pages',
  area: 'settings',
  access: 'write',
  audience: 'admin',
  method: 'PATCH',
  path: '/admin/settings/legal',
  summary: 'Write legal pages of the store; what is left out stays.',
  description:
    'Each is shown at /legal/ with its name, in the footer and beside Pay. An empty text takes its page away.',
  refusals: ['looks_like_a_key', 'etag_mismatch'],
  bodySchema: legalSchema.partial().strict(),
  answerSchema: legalSchema,
  handle: async ({ body, caller }) => {
    const saved = await saveLegalPages(body, caller.actor);
    return saved.ok ? tellLegalPages() : refuseTexts(saved.faults);
  },
});
