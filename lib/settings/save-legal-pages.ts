import { type Actor, recordAudit } from '../audit/record-audit';
import { now } from '../clock';
import { inTransaction, type Tx } from '../db/client';
import { keysWithin } from '../secrets/developer-key';
import { readLegalTexts } from './legal-pages';
import { LEGAL_PAGES, type LegalPage, LONGEST_LEGAL_PAGE } from './setting-choices';

export type LegalFault = { page: LegalPage; problem: 'too_long' | 'looks_like_a_key' };

export type SaveLegalPagesResult =
  | { ok: true; changed: LegalPage[] }
  /** Nothing was saved. */
  | { ok: false; reason: 'legal_text_refused'; faults: LegalFault[] };

/**
 * Saves what the owner wrote and records who changed what; a page that is left out stays, and an empty text takes its page
 * away. All of them or none.
 */
export async function saveLegalPages(
  texts: { [Page in LegalPage]?: string | undefined },
  actor: Actor,
): Promise<SaveLegalPagesResult> {
  const wanted = LEGAL_PAGES.flatMap((page) => {
    const typed = texts[page];
    return typed === undefined ? [] : [{ page, text: cleaned(typed) }];
  });
  const faults = wanted.flatMap(({ page, text }) => faultOf(page, text));
  if (faults.length > 0) return { ok: false, reason: 'legal_text_refused', faults };
  return inTransaction(async (tx) => {
    // Released at COMMIT. Rows cannot be locked instead: a page that is not written has none.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('legal_page'))`;
    const before = await readLegalTexts(tx);
    const changes = wanted.filter(({ page, text }) => text !== before[page]);
    for (const { page, text } of changes) await write(tx, { page, text, before: before[page], actor });
    return { ok: true, changed: changes.map(({ page }) => page) };
  });
}

/** PostgreSQL text cannot hold NUL, and browsers send line ends of their own. */
function cleaned(text: string): string {
  const plain = text.replaceAll('\0', '').replaceAll('\r\n', '\n').trimEnd();
  return plain.trim() === '' ? '' : plain;
}

function faultOf(page: LegalPage, text: string): LegalFault[] {
  if (text.length > LONGEST_LEGAL_PAGE) return [{ page, problem: 'too_long' }];
  // These texts are shown to everybody.
  return keysWithin(text).length > 0 ? [{ page, problem: 'looks_like_a_key' }] : [];
}

type Change = { page: LegalPage; text: string; before: string; actor: Actor };

async function write(tx: Tx, { page, text, before, actor }: Change): Promise<void> {
  const at = now();
  const row = { markdown: text, updatedAt: at, updatedBy: actor.id ?? null };
  if (text === '') await tx.legalPage.delete({ where: { page } });
  else await tx.legalPage.upsert({ where: { page }, create: { page, ...row }, update: row });
  await recordAudit(tx, {
    actor,
    action: 'legal_page.save',
    objectKind: 'legal_page',
    objectId: page,
    before: { text: before },
    after: { text },
    at,
  });
}
