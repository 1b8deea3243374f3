import { type Actor, recordAudit } from '../audit/record-audit';
import { now } from '../clock';
import { inTransaction } from '../db/client';
import { isUuid } from '../db/uuid';
import { keysWithin } from '../secrets/developer-key';

/** Characters of one note. */
export const LONGEST_NOTE = 4_000;

export type AddNoteResult =
  | { ok: true }
  /** note_has_key: a developer key stands in it; texts are no safe place for one. */
  | { ok: false; reason: 'order_not_found' | 'note_empty' | 'note_too_long' | 'note_has_key' };

/** Leaves a note of one admin for the others. The customer never sees it; nobody edits it, so it stays what was said. */
export async function addOrderNote(
  orderNumber: number,
  text: string,
  by: { actor: Actor & { id: string }; at?: Date },
): Promise<AddNoteResult> {
  // PostgreSQL text cannot hold NUL.
  const body = text.replaceAll('\0', '').trim();
  if (body === '') return { ok: false, reason: 'note_empty' };
  if (body.length > LONGEST_NOTE) return { ok: false, reason: 'note_too_long' };
  if (keysWithin(body).length > 0) return { ok: false, reason: 'note_has_key' };
  const at = by.at ?? now();
  return inTransaction(async (tx) => {
    const order = await tx.order.findUnique({ where: { number: orderNumber }, select: { id: true } });
    if (!order) return { ok: false, reason: 'order_not_found' };
    const note = await tx.orderNote.create({
      data: { orderId: order.id, authorId: by.actor.id, body, createdAt: at },
    });
    const after = { noteId: note.id };
    await recordAudit(tx, {
      at,
      actor: by.actor,
      action: 'order.add_note',
      objectKind: 'order',
      objectId: order.id,
      after,
    });
    return { ok: true };
  });
}

/** Takes back a note of one's own; another admin's is not found. The audit keeps that there was one, not what it said. */
export async function deleteOrderNote(
  orderNumber: number,
  noteId: string,
  by: { actor: Actor & { id: string }; at?: Date },
): Promise<{ ok: true } | { ok: false; reason: 'note_not_found' }> {
  if (!isUuid(noteId)) return { ok: false, reason: 'note_not_found' };
  return inTransaction(async (tx) => {
    const where = { id: noteId, authorId: by.actor.id, order: { number: orderNumber } };
    const note = await tx.orderNote.findFirst({ where, select: { orderId: true } });
    if (!note) return { ok: false, reason: 'note_not_found' };
    await tx.orderNote.deleteMany({ where: { id: noteId } });
    const { actor } = by;
    const object = { objectKind: 'order', objectId: note.orderId };
    await recordAudit(tx, {
      at: by.at ?? now(),
      actor,
      action: 'order.delete_note',
      ...object,
      before: { noteId },
    });
    return { ok: true };
  });
}
