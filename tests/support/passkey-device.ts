import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';
import { isoCBOR } from '@simplewebauthn/server/helpers';

type Asked = { challenge: string; rp?: { id: string }; rpId?: string };
type Manner = { origin?: string; isVerified?: boolean; count?: number };

const PRESENT = 0x01;
const VERIFIED = 0x04;
const SYNCABLE = 0x08;
const BACKED_UP = 0x10;
const ATTESTED = 0x40;

const b64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url');
const sha256 = (text: string | Uint8Array) => createHash('sha256').update(text).digest();

/** A security key in software, which answers what a browser was asked. One credential, ES256, no attestation. */
export function aPasskeyDevice(origin: string) {
  const id = randomBytes(16);
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  let count = 0;

  const clientData = (type: string, challenge: string, manner: Manner) =>
    Buffer.from(JSON.stringify({ type, challenge, origin: manner.origin ?? origin, crossOrigin: false }));
  const head = (rpId: string, more: number, manner: Manner) => {
    count = manner.count ?? count + 1;
    const flags = PRESENT | SYNCABLE | BACKED_UP | (manner.isVerified === false ? 0 : VERIFIED) | more;
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(count);
    return Buffer.concat([sha256(rpId), Buffer.of(flags), counter]);
  };

  return {
    id: b64(id),
    /** The answer to `passkeyToMake`, as JSON. */
    make(options: string, manner: Manner = {}): string {
      const asked: Asked = JSON.parse(options);
      const idLength = Buffer.alloc(2);
      idLength.writeUInt16BE(id.length);
      const attested = Buffer.concat([Buffer.alloc(16), idLength, id, coseKey(publicKey)]);
      const authData = new Uint8Array(Buffer.concat([head(asked.rp?.id ?? '', ATTESTED, manner), attested]));
      const attestation = new Map<string, unknown>([
        ['fmt', 'none'],
        ['attStmt', new Map()],
        ['authData', authData],
      ]);
      return answer(id, {
        clientDataJSON: b64(clientData('webauthn.create', asked.challenge, manner)),
        // The package's own encoder takes any CBOR value; its types name fewer.
        attestationObject: b64(isoCBOR.encode(attestation as Parameters<typeof isoCBOR.encode>[0])),
        transports: ['internal'],
      });
    },
    /** The answer to `passkeyToUse`, as JSON. */
    use(options: string, manner: Manner = {}): string {
      const asked: Asked = JSON.parse(options);
      const client = clientData('webauthn.get', asked.challenge, manner);
      const authData = head(asked.rpId ?? '', 0, manner);
      const signature = sign('sha256', Buffer.concat([authData, sha256(client)]), privateKey);
      return answer(id, { clientDataJSON: b64(client), authenticatorData: b64(authData), signature: b64(signature) });
    },
  };
}

function answer(id: Buffer, response: Record<string, unknown>): string {
  return JSON.stringify({ id: b64(id), rawId: b64(id), type: 'public-key', clientExtensionResults: {}, response });
}

function coseKey(publicKey: KeyObject): Buffer {
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
  const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'base64url'));
  const key = new Map<number, number | Uint8Array>([
    [1, 2],
    [3, -7],
    [-1, 1],
    [-2, bytes(x)],
    [-3, bytes(y)],
  ]);
  return Buffer.from(isoCBOR.encode(key as Parameters<typeof isoCBOR.encode>[0])); // a COSE key is such a map
}
