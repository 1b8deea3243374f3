import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import { now } from '../clock';
import { db } from '../db/client';
import { env } from '../env';
import { keepChallenge, takeChallenge } from './passkey-challenge';
import { COUNTING } from './second-factor';

// A passkey stands for a second factor only if its owner had to unlock it.
const USER_VERIFICATION = 'required';
const MAX_RESPONSE = 20_000;

/** A passkey that a browser has just made. */
export type MadePasskey = {
  credentialId: string;
  publicKey: Uint8Array<ArrayBuffer>;
  signCount: bigint;
  transports: string[];
  isSyncable: boolean;
  isBackedUp: boolean;
};

/** Passkeys belong to the host name of the store's own address, and only pages of that address may use them. */
function party() {
  const { hostname, origin } = new URL(env().publicUrl);
  return { rpID: hostname, origin };
}

/** What the browser needs to make a passkey, as JSON for it; remembered for this session until it is answered. */
export async function passkeyToMake(
  wish: { customer: { id: string; email: string; name: string | null }; sessionId: string; storeName: string },
  at: Date = now(),
): Promise<string> {
  const { customer, sessionId, storeName } = wish;
  const options = await generateRegistrationOptions({
    rpName: storeName,
    rpID: party().rpID,
    userID: new TextEncoder().encode(customer.id),
    userName: customer.email,
    userDisplayName: customer.name ?? customer.email,
    excludeCredentials: await knownPasskeys(customer.id),
    authenticatorSelection: { residentKey: 'preferred', userVerification: USER_VERIFICATION },
  });
  await keepChallenge(sessionId, options.challenge, at);
  return JSON.stringify(options);
}

/** The passkey in a browser's answer, or undefined when it does not answer what this session was asked. */
export async function readMadePasskey(sessionId: string, response: string, at: Date): Promise<MadePasskey | undefined> {
  const challenge = await takeChallenge(sessionId, at);
  const { rpID, origin } = party();
  if (challenge === undefined) return undefined;
  const result = await orUndefined(() =>
    verifyRegistrationResponse({
      response: readJson<RegistrationResponseJSON>(response),
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: rpID,
      requireUserVerification: true,
    }),
  );
  if (!result?.verified) return undefined;
  const { credential, credentialDeviceType, credentialBackedUp } = result.registrationInfo;
  return {
    credentialId: credential.id,
    publicKey: new Uint8Array(credential.publicKey),
    signCount: BigInt(credential.counter),
    transports: credential.transports ?? [],
    isSyncable: credentialDeviceType === 'multiDevice',
    isBackedUp: credentialBackedUp,
  };
}

/** What the browser needs to use one of this person's passkeys, as JSON for it; undefined when there is none. */
export async function passkeyToUse(
  who: { customerId: string; holderId: string },
  at: Date = now(),
): Promise<string | undefined> {
  const allowCredentials = await knownPasskeys(who.customerId);
  if (allowCredentials.length === 0) return undefined;
  const options = await generateAuthenticationOptions({
    rpID: party().rpID,
    allowCredentials,
    userVerification: USER_VERIFICATION,
  });
  await keepChallenge(who.holderId, options.challenge, at);
  return JSON.stringify(options);
}

/** Whether a browser's answer is by a passkey of this person to what the holder was asked. Notes the passkey's count. */
export async function isPasskeyAnswer(
  given: { customerId: string; holderId: string; response: string },
  at: Date,
): Promise<boolean> {
  const { customerId, holderId, response } = given;
  const challenge = await takeChallenge(holderId, at);
  if (challenge === undefined) return false;
  const answer = await orUndefined(async () => readJson<AuthenticationResponseJSON>(response));
  if (typeof answer?.id !== 'string') return false;
  const known = await db().secondFactor.findFirst({
    where: { credentialId: answer.id, kind: 'passkey', customerId, ...COUNTING },
  });
  if (!known?.publicKey) return false;
  const { publicKey, signCount, transports } = known;
  const { rpID, origin } = party();
  const result = await orUndefined(() =>
    verifyAuthenticationResponse({
      response: answer,
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: rpID,
      requireUserVerification: true,
      // A count that goes back means a copied key; the package refuses it.
      credential: { id: answer.id, publicKey: new Uint8Array(publicKey), counter: Number(signCount), transports },
    }),
  );
  if (!result?.verified) return false;
  const { newCounter, credentialBackedUp } = result.authenticationInfo;
  const data = { signCount: BigInt(newCounter), isBackedUp: credentialBackedUp, lastUsedAt: at };
  return (await db().secondFactor.updateMany({ where: { id: known.id }, data })).count > 0;
}

async function knownPasskeys(customerId: string): Promise<{ id: string; transports: string[] }[]> {
  const rows = await db().secondFactor.findMany({ where: { customerId, kind: 'passkey', ...COUNTING } });
  return rows.flatMap(({ credentialId, transports }) =>
    credentialId === null ? [] : [{ id: credentialId, transports }],
  );
}

/** The package throws at whatever is wrong with an answer; to us all of it is one no. */
async function orUndefined<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch {
    return undefined;
  }
}

function readJson<T>(text: string): T {
  if (text.length > MAX_RESPONSE) throw new Error('The answer is too long');
  return JSON.parse(text) as T; // what a browser sent; the package checks each part before it uses it
}
