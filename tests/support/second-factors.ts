import { Secret, TOTP } from 'otpauth';
import type { Actor } from '@/lib/audit/record-audit';
import { addPasskey } from '@/lib/customers/add-passkey';
import { confirmAuthenticator, readEnrolment, startAuthenticator } from '@/lib/customers/enrol-authenticator';
import { passkeyToMake } from '@/lib/customers/passkey';
import { env } from '@/lib/env';
import { aCustomer } from './factories';
import { aPasskeyDevice } from './passkey-device';
import { aSession } from './sessions';

const STEP_MS = 30_000;

/** What an authenticator app shows at an instant. */
export function codeAt(seed: string, at: Date): string {
  return TOTP.generate({ secret: Secret.fromBase32(seed), timestamp: at.getTime() });
}

/** The instant some 30-second steps later. */
export const steps = (at: Date, count: number) => new Date(at.getTime() + count * STEP_MS);

/** A person signed in by their password, ready to add a factor. */
export async function aPerson(at: Date, facts: Parameters<typeof aCustomer>[0] = {}) {
  const customer = await aCustomer(facts);
  const { id: sessionId } = await aSession({ customerId: customer.id, by: 'password', at });
  const actor: Actor = { kind: customer.role, id: customer.id, via: `session:${sessionId}`, address: '192.0.2.1' };
  return { customer, sessionId, actor };
}

type Person = Awaited<ReturnType<typeof aPerson>>;

/** Begins with an authenticator app; answers its seed. */
export async function aSeed({ customer }: Person, at: Date, name = 'Phone'): Promise<string> {
  await startAuthenticator({ customerId: customer.id, name, at });
  const begun = await readEnrolment({ customerId: customer.id, email: customer.email, issuer: 'Acme: Store' }, at);
  if (!begun) throw new Error('Nothing was begun');
  return begun.seed;
}

/** Adds an authenticator app; answers its seed and the session to go on with. */
export async function anApp(person: Person, at: Date): Promise<{ seed: string; sessionId: string }> {
  const seed = await aSeed(person, at);
  const result = await confirmAuthenticator({ ...person, code: codeAt(seed, at), at });
  if (!result.ok) throw new Error(result.reason);
  return { seed, sessionId: result.sessionId };
}

/** Adds a passkey; answers the device that holds it and the session to go on with. */
export async function aPasskey(person: Person, at: Date) {
  const { customer, sessionId } = person;
  const device = aPasskeyDevice(new URL(env().publicUrl).origin);
  const options = await passkeyToMake({ customer, sessionId, storeName: 'Acme' }, at);
  const result = await addPasskey({ ...person, name: 'Key', response: device.make(options), at });
  if (!result.ok) throw new Error(result.reason);
  return { device, sessionId: result.sessionId };
}
