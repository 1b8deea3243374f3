import { verify } from 'node:crypto';
import { z } from 'zod';
import { env } from '../env';

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
const PATIENCE_MS = 5_000;
const LARGEST_LIST = 64 * 1024;

const listSchema = z.object({
  public_keys: z.array(z.object({ key_identifier: z.string(), key: z.string() })).max(100),
});

type Known = { url: string; readAt: number; keys: Map<string, string> };
let known: Known | undefined;

export type CheckSignatureResult =
  | { ok: true }
  /** The store takes no such reports; the keys of the service cannot be had now; or somebody else signed. */
  | { ok: false; reason: 'not_configured' | 'keys_unreachable' | 'signature_invalid' };

/**
 * Whether a report is signed by the secret-scanning service whose public keys stand at SECRET_SCANNING_URL: ECDSA over
 * SHA-256 of the raw body, as GitHub signs for its partners. Nothing is fetched unless the owner has named that address.
 */
export async function checkScannerSignature(
  report: { rawBody: string; keyId: string; signature: string },
  at: Date,
): Promise<CheckSignatureResult> {
  const url = env().secretScanningUrl;
  if (url === undefined) return { ok: false, reason: 'not_configured' };
  const keys = await keysAt(url, report.keyId, at.getTime());
  if (!keys) return { ok: false, reason: 'keys_unreachable' };
  const key = keys.get(report.keyId);
  const isSigned = key !== undefined && isSignedBy(key, report);
  return isSigned ? { ok: true } : { ok: false, reason: 'signature_invalid' };
}

function isSignedBy(key: string, { rawBody, signature }: { rawBody: string; signature: string }): boolean {
  try {
    return verify('sha256', Buffer.from(rawBody), key, Buffer.from(signature, 'base64'));
  } catch {
    // No key, or no signature at all.
    return false;
  }
}

// Kept for an hour. A key that is not among them may be new, but nobody can make the store ask more than once a minute.
async function keysAt(url: string, wanted: string, time: number): Promise<Map<string, string> | undefined> {
  if (known?.url === url) {
    const age = time - known.readAt;
    if (age < (known.keys.has(wanted) ? HOUR_MS : MINUTE_MS)) return known.keys;
  }
  const keys = await fetchKeys(url);
  if (keys) known = { url, readAt: time, keys };
  return keys ?? (known?.url === url ? known.keys : undefined);
}

async function fetchKeys(url: string): Promise<Map<string, string> | undefined> {
  try {
    const response = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(PATIENCE_MS) });
    if (!response.ok || Number(response.headers.get('content-length') ?? 0) > LARGEST_LIST) return undefined;
    const parsed = listSchema.safeParse(await response.json());
    return parsed.success
      ? new Map(parsed.data.public_keys.map(({ key_identifier, key }) => [key_identifier, key]))
      : undefined;
  } catch {
    return undefined;
  }
}
