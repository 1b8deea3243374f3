import { generateKeyPairSync, sign, X509Certificate } from 'node:crypto';

/** A certificate of its own for a TLS server of a test, valid for a day, with the key in PEM. */
export function testCertificate(names: string[]): { cert: string; key: string } {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const subject = sequence(tagged(0x31, sequence(COMMON_NAME, tagged(0x0c, Buffer.from('Test')))));
  const day = 86_400_000;
  const [from, until] = [new Date(Date.now() - day), new Date(Date.now() + day)];
  const alternatives = sequence(...names.map((name) => tagged(0x82, Buffer.from(name))));
  const facts = sequence(
    tagged(0xa0, tagged(0x02, Buffer.of(2))),
    tagged(0x02, Buffer.of(1)),
    ECDSA_SHA256,
    subject,
    sequence(utcTime(from), utcTime(until)),
    subject,
    publicKey.export({ type: 'spki', format: 'der' }),
    tagged(0xa3, sequence(sequence(ALTERNATIVE_NAMES, tagged(0x04, alternatives)))),
  );
  const signature = sign('sha256', facts, privateKey);
  const der = sequence(facts, ECDSA_SHA256, tagged(0x03, Buffer.concat([Buffer.of(0), signature])));
  const key = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  return { cert: new X509Certificate(der).toString(), key };
}

// Object identifiers, each with its tag and length: 2.5.4.3, 2.5.29.17, 1.2.840.10045.4.3.2.
const COMMON_NAME = Buffer.from('0603550403', 'hex');
const ALTERNATIVE_NAMES = Buffer.from('0603551d11', 'hex');
const ECDSA_SHA256 = sequence(Buffer.from('06082a8648ce3d040302', 'hex'));

function tagged(tag: number, content: Buffer): Buffer {
  const { length } = content;
  const size = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.of(tag, ...size), content]);
}

function sequence(...parts: Buffer[]): Buffer {
  return tagged(0x30, Buffer.concat(parts));
}

function utcTime(at: Date): Buffer {
  return tagged(0x17, Buffer.from(`${at.toISOString().replace(/[-:T]/g, '').slice(2, 14)}Z`));
}
