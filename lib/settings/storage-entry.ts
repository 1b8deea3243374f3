import ipaddr from 'ipaddr.js';
import { isLoopbackUrl } from '../env';
import type { StorageRow } from './storage-row';

/** What an admin entered, as text. An empty secret keeps the one that is there. */
export type StorageEntry = {
  newFiles: string;
  endpoint: string;
  publicEndpoint: string;
  region: string;
  bucket: string;
  accessKeyId: string;
  secretAccessKey: string;
  forcePathStyle: boolean;
};

export type StorageField = keyof StorageEntry;

export type StorageProblem =
  /** Some fields of a bucket are filled, this one is not. */
  | 'missing'
  | 'not_an_address'
  /** Customers' browsers refuse it: files would leave an https page for a plain one. */
  | 'needs_https'
  | 'not_a_region'
  | 'not_a_bucket'
  | 'not_a_key_id'
  /** Another key has another secret. */
  | 'secret_of_another_key'
  | 'no_bucket_for_new_files'
  /** Files of releases lie in the bucket that was to be taken out. */
  | 'bucket_in_use'
  | 'not_a_choice';

export type StorageFault = { field: StorageField; problem: StorageProblem };

export type ReadEntry =
  | { ok: true; newFiles: 'local' | 's3'; s3: EnteredBucket | undefined }
  | { ok: false; faults: StorageFault[] };

/** `secret` undefined: the one that is there stays. */
export type EnteredBucket = Omit<NonNullable<StorageRow['s3']>, 'sealedSecret'> & { secret: string | undefined };

const BUCKET_FIELDS = ['endpoint', 'publicEndpoint', 'region', 'bucket', 'accessKeyId', 'secretAccessKey'] as const;

/** Reads what was entered, beside what is in force. Every fault is told at once. */
export function readStorageEntry(entry: StorageEntry, before: StorageRow): ReadEntry {
  const { newFiles } = entry;
  if (newFiles !== 'local' && newFiles !== 's3') return { ok: false, faults: [fault('newFiles', 'not_a_choice')] };
  const isEmpty = BUCKET_FIELDS.every((field) => entry[field].trim() === '');
  if (isEmpty && newFiles === 'local') return { ok: true, newFiles, s3: undefined };
  if (isEmpty) return { ok: false, faults: [fault('newFiles', 'no_bucket_for_new_files')] };
  const faults = [...addressFaults(entry), ...nameFaults(entry), ...secretFaults(entry, before)];
  return faults.length > 0 ? { ok: false, faults } : { ok: true, newFiles, s3: bucketOf(entry) };
}

function bucketOf(entry: StorageEntry): EnteredBucket {
  return {
    endpoint: origin(entry.endpoint),
    publicEndpoint: origin(entry.publicEndpoint),
    region: entry.region.trim(),
    bucket: entry.bucket.trim(),
    accessKeyId: entry.accessKeyId.trim(),
    secret: entry.secretAccessKey.trim() || undefined,
    forcePathStyle: entry.forcePathStyle,
  };
}

function addressFaults(entry: StorageEntry): StorageFault[] {
  const fields = ['endpoint', 'publicEndpoint'] as const;
  const faults = fields
    .filter((field) => entry[field].trim() !== '' && origin(entry[field]) === null)
    .map((field) => fault(field, 'not_an_address'));
  const shown = entry.publicEndpoint.trim() === '' ? 'endpoint' : 'publicEndpoint';
  const address = origin(entry[shown]);
  return address !== null && !isFitForBrowsers(address) ? [...faults, fault('publicEndpoint', 'needs_https')] : faults;
}

function nameFaults({ region, bucket, accessKeyId }: StorageEntry): StorageFault[] {
  const rules = [
    ['region', region, /^[a-z0-9][a-z0-9-]{0,62}$/, 'not_a_region'],
    ['bucket', bucket, /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, 'not_a_bucket'],
    ['accessKeyId', accessKeyId, /^[\x21-\x7e]{1,128}$/, 'not_a_key_id'],
  ] as const;
  return rules.flatMap(([field, value, rule, problem]) => {
    if (value.trim() === '') return [fault(field, 'missing')];
    return rule.test(value.trim()) ? [] : [fault(field, problem)];
  });
}

function secretFaults({ secretAccessKey, accessKeyId }: StorageEntry, { s3 }: StorageRow): StorageFault[] {
  if (secretAccessKey.trim() !== '') return [];
  if (!s3) return [fault('secretAccessKey', 'missing')];
  return s3.accessKeyId === accessKeyId.trim() ? [] : [fault('secretAccessKey', 'secret_of_another_key')];
}

/** An address without a path, or null: S3 signs the path, so an endpoint has none. */
function origin(text: string): string | null {
  const trimmed = text.trim();
  if (!URL.canParse(trimmed)) return null;
  const url = new URL(trimmed);
  const isBare = url.pathname === '/' && url.search === '' && url.hash === '' && url.username === '';
  return isBare && /^https?:$/.test(url.protocol) ? url.origin : null;
}

/** https, or a plain address that can only be of this machine or its network. */
function isFitForBrowsers(address: string): boolean {
  const { protocol, hostname } = new URL(address);
  if (protocol === 'https:' || isLoopbackUrl(address)) return true;
  return ipaddr.isValid(hostname) && ipaddr.parse(hostname).range() === 'private';
}

function fault(field: StorageField, problem: StorageProblem): StorageFault {
  return { field, problem };
}
