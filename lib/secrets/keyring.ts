import { hkdfSync, randomBytes } from 'node:crypto';
import { z } from 'zod';

const key32 = z.string().regex(/^[0-9a-f]{64}$/, 'must be 64 hexadecimal digits');

const keyringSchema = z.object({
  /** Key-encryption keys by id; the last one wraps new data keys. */
  wrapping: z.array(z.object({ id: z.string().min(1), key: key32 })).min(1),
  /**
   * The pepper of the lookup digests, with its version, which stands beside each digest. Two while one replaces the other
   * (`npm run rotate-secrets`): the last one makes digests, the one before it still finds what could not be moved.
   */
  peppers: z
    .array(z.object({ version: z.number().int().positive(), key: key32 }))
    .min(1)
    .max(2, 'must be one, or two while they are replaced')
    .refine(([one, two]) => !one || !two || two.version > one.version, 'must stand in the order of their versions'),
  /** The root of everything derived: session, links, tokens. */
  root: key32,
});

export type Keyring = z.infer<typeof keyringSchema>;

/** What may be derived from the root. One label, one purpose: a leak of one opens nothing else (security.md T5). */
export type KeyLabel =
  | 'session'
  | 'download-link'
  | 'checkout-token'
  | 'one-use-token'
  | 'recovery-code'
  | 'pending-sign-in'
  | 'demo-payments'
  | 'audit'
  | 'idempotency'
  | 'call-limits'
  | 'upload-permit'
  | 'unsubscribe';

type Holder = { keyring: Keyring; derived: Map<KeyLabel, Buffer> };
const holder = globalThis as typeof globalThis & { latchkeyKeyring?: Holder };

/** A fresh keyring from the operating system's generator. */
export function newKeyring(): Keyring {
  const fresh = () => randomBytes(32).toString('hex');
  return { wrapping: [{ id: 'k1', key: fresh() }], peppers: [{ version: 1, key: fresh() }], root: fresh() };
}

/** Reads a keyring's JSON text. A key of one repeated digit is a placeholder somebody forgot to replace: refused. */
export function parseKeyring(text: string): { ok: true; keyring: Keyring } | { ok: false; problem: string } {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { ok: false, problem: 'is not JSON' };
  }
  const parsed = keyringSchema.safeParse(json);
  if (!parsed.success) return { ok: false, problem: sentenceOf(parsed.error) };
  const keys = [...parsed.data.wrapping, ...parsed.data.peppers].map((entry) => entry.key).concat(parsed.data.root);
  if (keys.some((key) => /^(.)\1+$/.test(key))) return { ok: false, problem: 'still holds a placeholder key' };
  if (new Set(keys).size < keys.length) return { ok: false, problem: 'uses one key for two purposes' };
  return { ok: true, keyring: parsed.data };
}

// In one line, as all that start-up refuses; zod's messages tell kinds and places, never what stands there.
function sentenceOf({ issues }: z.ZodError): string {
  const parts = issues.map(({ path, message }) => (path.length > 0 ? `${path.join('.')}: ${message}` : message));
  return `does not hold what a keyring does (${parts.join('; ')})`;
}

/** Puts the keyring in place for this process; start-up and tests call this once. */
export function setKeyring(keyring: Keyring): void {
  holder.latchkeyKeyring = { keyring, derived: new Map() };
}

/** The keyring in place. Throws before start-up has loaded one. */
export function keyring(): Keyring {
  return loaded().keyring;
}

/** 32 bytes for one purpose, derived from the root by HKDF-SHA-256. */
export function derivedKey(label: KeyLabel): Buffer {
  const { keyring: ring, derived } = loaded();
  let key = derived.get(label);
  if (!key) {
    key = Buffer.from(hkdfSync('sha256', Buffer.from(ring.root, 'hex'), '', `latchkey/${label}`, 32));
    derived.set(label, key);
  }
  return key;
}

function loaded(): Holder {
  if (!holder.latchkeyKeyring) throw new Error('The keyring has not been loaded');
  return holder.latchkeyKeyring;
}
