import { createHmac, timingSafeEqual } from 'node:crypto';
import { isUuid } from '../db/uuid';

/** Who may send: a session, and which opening of the upload it was. */
export type UploadPermit = { sessionId: string; opening: number };

const BODY_BYTES = 16 + 4;
const MAC_BYTES = 32;
const LENGTH = 70;

/**
 * What the browser sends with every part, in a header of its own: no cookie takes part, so no other site can borrow it.
 * It is good for one upload, as long as that session lives and the upload was not opened anew.
 */
export function signUploadPermit(uploadId: string, permit: UploadPermit, key: Buffer): string {
  const body = Buffer.alloc(BODY_BYTES);
  body.write(permit.sessionId.replaceAll('-', ''), 0, 16, 'hex');
  body.writeUInt32BE(permit.opening, 16);
  return Buffer.concat([body, macOf(uploadId, body, key)]).toString('base64url');
}

/** Reads a permit for this very upload; undefined when it is not ours. Whether it still holds, the rows say. */
export function readUploadPermit(uploadId: string, text: string, key: Buffer): UploadPermit | undefined {
  if (text.length !== LENGTH || !/^[\w-]+$/.test(text)) return undefined;
  const bytes = Buffer.from(text, 'base64url');
  if (bytes.length !== BODY_BYTES + MAC_BYTES) return undefined;
  const body = bytes.subarray(0, BODY_BYTES);
  if (!timingSafeEqual(bytes.subarray(BODY_BYTES), macOf(uploadId, body, key))) return undefined;
  const hex = body.toString('hex', 0, 16);
  const sessionId = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  return isUuid(sessionId) ? { sessionId, opening: body.readUInt32BE(16) } : undefined;
}

function macOf(uploadId: string, body: Buffer, key: Buffer): Buffer {
  return createHmac('sha256', key).update(`upload|${uploadId}|`).update(body).digest();
}
