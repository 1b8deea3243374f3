import { createHmac, randomBytes } from 'node:crypto';
import { openText, sealText } from '../db/sealed-text';
import { isUuid } from '../db/uuid';

const PREFIX = 'whsec_';
const BYTES = 32;

/** A signing secret as Standard Webhooks writes it: `whsec_` and 32 random bytes in base64. */
export function newSigningSecret(): string {
  return `${PREFIX}${randomBytes(BYTES).toString('base64')}`;
}

/** Seals a secret for its endpoint's row; it is moved as it is when a rotation makes it the earlier one. */
export function sealSecret(secret: string, endpointId: string): Promise<Uint8Array<ArrayBuffer>> {
  return sealText(secret, placeOf(endpointId));
}

export function openSecret(sealed: Uint8Array, endpointId: string): Promise<string> {
  return openText(sealed, placeOf(endpointId));
}

function placeOf(endpointId: string) {
  return { table: 'webhook_endpoint', column: 'sealed_secret', rowId: endpointId, ownerId: endpointId };
}

/** What is signed: the message's id, the instant of sending and the very bytes of the body. */
export type SignedParts = { id: string; at: Date; body: string };

/** The three headers of Standard Webhooks, with a signature by each secret. */
export function signedHeaders({ id, at, body }: SignedParts, secrets: string[]): Record<string, string> {
  const timestamp = String(Math.floor(at.getTime() / 1000));
  const signatures = secrets.map((secret) => {
    const key = Buffer.from(secret.slice(PREFIX.length), 'base64');
    return `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')}`;
  });
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signatures.join(' ') };
}

/** The id a receiver sees, the same at every attempt: it knows a repeated message by it. */
export function wireIdOf(messageId: string): string {
  return `msg_${messageId}`;
}

/** The message behind an id as receivers see it, typed with or without its prefix; undefined when it can be none. */
export function messageIdOf(text: string): string | undefined {
  const id = text.trim().replace(/^msg_/, '');
  return isUuid(id) ? id : undefined;
}
