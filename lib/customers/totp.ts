import { Secret, TOTP } from 'otpauth';
import { deviceTime } from '../clock';

// What every authenticator app understands; several ignore other values without saying so.
const CODE = { algorithm: 'SHA1', digits: 6, period: 30 } as const;
/** Steps before and after the present one: phones run fast or slow, and people type slowly. */
const WINDOW = 1;
const SEED_BYTES = 20;

/** A new seed in base32, from the operating system's generator. */
export function newSeed(): string {
  return new Secret({ size: SEED_BYTES }).base32;
}

/** The address in a QR code by which an authenticator app takes a seed over. */
export function seedAddress({ seed, issuer, account }: { seed: string; issuer: string; account: string }): string {
  // A colon parts issuer and account in the label, so neither may hold one.
  const [plainIssuer, label] = [issuer.replaceAll(':', ' '), account.replaceAll(':', ' ')];
  return new TOTP({ ...CODE, issuer: plainIssuer, label, secret: Secret.fromBase32(seed) }).toString();
}

/**
 * The 30-second step to which a typed code belongs, or undefined when it belongs to none of the three around now. Whoever
 * takes a code must remember its step and take only later ones.
 */
export function stepOfCode(seed: string, typed: string, at: Date): number | undefined {
  const token = typed.replace(/[\s-]/g, '');
  if (!/^\d{6}$/.test(token)) return undefined;
  const timestamp = deviceTime(at).getTime();
  const delta = TOTP.validate({ ...CODE, token, secret: Secret.fromBase32(seed), window: WINDOW, timestamp });
  return delta === null ? undefined : TOTP.counter({ period: CODE.period, timestamp }) + delta;
}
