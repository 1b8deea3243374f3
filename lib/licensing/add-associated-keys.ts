import { createHash } from 'node:crypto';
import { type Actor, recordAudit } from '../audit/record-audit';
import { inTransaction, type Tx } from '../db/client';
import { isUuid } from '../db/uuid';
import { checkRows, type GoodRow, type NotedRow, type RowProblem, type RowWarning } from './check-key-list';
import { insertAssociatedKeys } from './insert-associated-keys';
import { type KeyList, readKeyList } from './read-key-list';
import { readKnownFacts } from './read-known-facts';

/** A pasted or uploaded list, and the product whose stock its keys go to unless a row names another. */
export type OfferedKeys = { productId: string; text: string };

export type KeyListReport = {
  form: KeyList['form'];
  /** Rows read, blank ones at the end not counted. */
  rows: number;
  /** Rows that can be added. */
  good: number;
  problems: NotedRow<RowProblem>[];
  warnings: NotedRow<RowWarning>[];
  /** Names this text for this product; adding asks for it, so that nothing is added that was not checked. */
  fingerprint: string;
};

type ListRefusal = { ok: false; reason: 'product_not_found' | 'list_empty' };

export type CheckKeysResult = { ok: true; report: KeyListReport } | ListRefusal;

export type AddKeysResult =
  | { ok: true; added: number; report: KeyListReport }
  | ListRefusal
  /** The text is not the one that was checked. */
  | { ok: false; reason: 'not_checked' };

/** What adding this list would do, row by row. Changes nothing. */
export async function checkAssociatedKeys(offered: OfferedKeys): Promise<CheckKeysResult> {
  return inTransaction(async (tx) => {
    const checked = await checkOffered(tx, offered);
    return checked.ok ? { ok: true, report: checked.report } : checked;
  });
}

/**
 * Adds the good rows of a checked list to the stock, all of them or none, and leaves the others out. The same list again
 * adds nothing, because its keys are taken; two at the same moment add each key once.
 */
export async function addAssociatedKeys(
  offered: OfferedKeys & { fingerprint: string; at: Date; actor: Actor },
): Promise<AddKeysResult> {
  if (offered.fingerprint !== fingerprintOf(offered)) return { ok: false, reason: 'not_checked' };
  return inTransaction(async (tx) => {
    const checked = await checkOffered(tx, offered);
    if (!checked.ok) return checked;
    const { good, report } = checked;
    const rows = good.map((row) => ({ ...row, owner: null, stockPosition: row.line }));
    const added = await insertAssociatedKeys(tx, rows, offered.at);
    if (added > 0) await auditEachProduct(tx, good, offered);
    return { ok: true, added, report };
  });
}

async function checkOffered(
  tx: Tx,
  offered: OfferedKeys,
): Promise<{ ok: true; report: KeyListReport; good: GoodRow[] } | ListRefusal> {
  const { productId, text } = offered;
  const isProduct = isUuid(productId) && (await tx.product.count({ where: { id: productId } })) > 0;
  if (!isProduct) return { ok: false, reason: 'product_not_found' };
  const { form, rows } = readKeyList(text);
  if (rows.length === 0) return { ok: false, reason: 'list_empty' };
  const { good, problems, warnings } = checkRows(rows, await readKnownFacts(tx, { productId, rows }));
  const fingerprint = fingerprintOf(offered);
  return { ok: true, good, report: { form, rows: rows.length, good: good.length, problems, warnings, fingerprint } };
}

async function auditEachProduct(tx: Tx, good: GoodRow[], { at, actor }: { at: Date; actor: Actor }): Promise<void> {
  const products = new Set(good.map((row) => row.productId));
  for (const productId of products) {
    const rows = good.filter((row) => row.productId === productId);
    const after = { keys: rows.length, weak: rows.filter((row) => row.isWeak).length };
    await recordAudit(tx, {
      actor,
      action: 'associated_api_key.add',
      objectKind: 'product',
      objectId: productId,
      after,
      at,
    });
  }
}

function fingerprintOf({ productId, text }: OfferedKeys): string {
  return createHash('sha256').update(`${productId}\n${text}`).digest('hex');
}
