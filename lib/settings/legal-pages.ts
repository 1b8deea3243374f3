import { db, type Tx } from '../db/client';
import { LEGAL_PAGES, type LegalPage } from './setting-choices';

/** The texts as they were written, in Markdown; empty where none is. */
export type LegalTexts = Record<LegalPage, string>;

/** Whether a text from outside names one. */
export function isLegalPage(text: string): text is LegalPage {
  return LEGAL_PAGES.some((page) => page === text);
}

/** The pages that are written; all others are neither shown nor linked. */
export async function listLegalPages(): Promise<LegalPage[]> {
  const rows = await db().legalPage.findMany({ select: { page: true } });
  return LEGAL_PAGES.filter((page) => rows.some((row) => row.page === page));
}

/** One page as it was written; undefined when it is not. */
export async function readLegalPage(page: LegalPage): Promise<{ markdown: string; updatedAt: Date } | undefined> {
  const row = await db().legalPage.findUnique({ where: { page }, select: { markdown: true, updatedAt: true } });
  return row ?? undefined;
}

/** All of them, for whoever writes them. */
export async function readLegalTexts(tx: Tx = db()): Promise<LegalTexts> {
  const rows = await tx.legalPage.findMany();
  const textOf = (page: LegalPage) => rows.find((row) => row.page === page)?.markdown ?? '';
  // Object.fromEntries forgets the names it was given.
  return Object.fromEntries(LEGAL_PAGES.map((page) => [page, textOf(page)])) as LegalTexts;
}
