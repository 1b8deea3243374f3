import { openBytes, placeContext, type SealedPlace, sealBytes } from '../secrets/seal';
import type { Tx } from './client';
import { currentDataKey, dataKey } from './data-keys';

const UUID_BYTES = 16;

/**
 * Seals a text that must be readable again (a licence key, a mailed token): AES-256-GCM under the current data key, bound
 * to its place. The value carries the data key's id, so keys can be rotated without touching other rows. Within a transaction
 * pass it along.
 */
export async function sealText(text: string, place: SealedPlace, tx?: Tx): Promise<Uint8Array<ArrayBuffer>> {
  const key = await currentDataKey(tx);
  const sealed = sealBytes(key.key, Buffer.from(text, 'utf8'), placeContext(place));
  return new Uint8Array(Buffer.concat([Buffer.from(key.id.replaceAll('-', ''), 'hex'), sealed]));
}

/** The text again. Throws when the value was altered or moved to another place. */
export async function openText(sealed: Uint8Array, place: SealedPlace): Promise<string> {
  const bytes = Buffer.from(sealed);
  const hex = bytes.subarray(0, UUID_BYTES).toString('hex');
  const id = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  const key = await dataKey(id);
  return openBytes(key.key, bytes.subarray(UUID_BYTES), placeContext(place)).toString('utf8');
}
