import { createHash } from 'node:crypto';
import { type Actor, recordAudit } from '../audit/record-audit';
import { now } from '../clock';
import { db, inTransaction } from '../db/client';
import { openText, sealText } from '../db/sealed-text';
import { askConsent, redeemCode } from '../dropbox/ask-consent';
import type { DropboxRefusal } from '../dropbox/describe-refusal';
import { outOfReach } from '../dropbox/dropbox-origins';
import { env } from '../env';
import { newToken } from '../secrets/token';
import { readStoreSettings } from '../settings/store-settings';
import { keepDropboxConnection } from './dropbox-connection';
import { endOpenSaves } from './end-dropbox-save';

/** The browser that asks: what comes back from Dropbox counts only in the same session. */
type Asking = { customerId: string; sessionId: string };

const CONSENT_MS = 15 * 60_000;

/** The address Dropbox sends people back to. The owner of the store enters it at Dropbox, letter by letter. */
export function dropboxReturnUrl(): string {
  return `${env().publicUrl}/account/dropbox/return`;
}

/** Where this browser goes to be asked whether the store may save files. An earlier question of the session is void. */
export async function askDropboxConsent(
  { customerId, sessionId }: Asking,
  at: Date = now(),
): Promise<{ ok: true; url: string } | { ok: false; reason: 'dropbox_off' }> {
  const { dropboxAppKey: appKey } = await readStoreSettings();
  if (appKey === '' || outOfReach(env().publicUrl)) return { ok: false, reason: 'dropbox_off' };
  const state = newToken();
  const { url, verifier } = await askConsent({ appKey, redirectUri: dropboxReturnUrl(), state });
  const asked = {
    stateDigest: digestOf(state),
    appKey,
    sealedVerifier: await sealText(verifier, placeOf(sessionId, customerId)),
    expiresAt: new Date(at.getTime() + CONSENT_MS),
  };
  await db().dropboxConsent.upsert({ where: { sessionId }, create: { sessionId, ...asked }, update: asked });
  return { ok: true, url };
}

export type FinishConsentResult =
  | { ok: true }
  /** The person said no. */
  | { ok: false; reason: 'consent_denied' }
  /** Asked in another browser, answered already, or longer than 15 minutes ago. */
  | { ok: false; reason: 'state_unknown' }
  | { ok: false; reason: 'dropbox_refused'; refusal: DropboxRefusal; detail: string };

/**
 * Takes what Dropbox sent back with the browser. The state must be the one that this very session asked with, and is used
 * up by the first answer; the code is worth something only together with the verifier that never left the store.
 */
export async function finishDropboxConsent(
  { customerId, sessionId }: Asking,
  answer: { state: string; code: string; error: string },
  actor: Actor,
  at: Date = now(),
): Promise<FinishConsentResult> {
  const asked = { sessionId, stateDigest: digestOf(answer.state), expiresAt: { gt: at }, session: { customerId } };
  const consent = await db().dropboxConsent.findFirst({ where: asked });
  if (!consent) return { ok: false, reason: 'state_unknown' };
  const { count } = await db().dropboxConsent.deleteMany({ where: asked });
  if (count === 0) return { ok: false, reason: 'state_unknown' };
  if (answer.error !== '' || answer.code === '') return { ok: false, reason: 'consent_denied' };
  const { appKey } = consent;
  const verifier = await openText(consent.sealedVerifier, placeOf(sessionId, customerId));
  const redeemed = await redeemCode({ appKey, redirectUri: dropboxReturnUrl(), code: answer.code, verifier });
  if (!redeemed.ok) return { ok: false, reason: 'dropbox_refused', refusal: redeemed.reason, detail: redeemed.detail };
  const access = { appKey, refreshToken: redeemed.refreshToken };
  await inTransaction(async (tx) => {
    // Jobs of an earlier connection are known to that Dropbox only.
    await endOpenSaves(tx, { customerId, failure: 'disconnected', actor, at });
    await keepDropboxConnection(tx, { customerId, access, at });
    const fact = { objectKind: 'customer', objectId: customerId, after: { appKey } };
    await recordAudit(tx, { actor, action: 'dropbox.connect', ...fact, at });
  });
  return { ok: true };
}

function placeOf(sessionId: string, customerId: string) {
  return { table: 'dropbox_consent', column: 'sealed_verifier', rowId: sessionId, ownerId: customerId };
}

function digestOf(state: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHash('sha256').update(state).digest());
}
