import { S3Client } from '@aws-sdk/client-s3';
import type { S3Settings } from './storage-settings';

const CONNECT_MS = 5_000;
/** Without a byte in either direction. */
const SILENCE_MS = 60_000;

/** `store` sends; `people` only signs the addresses that customers are sent to. */
export type S3Clients = { store: S3Client; people: S3Client };

let latest: { key: string; clients: S3Clients } | undefined;

/**
 * The clients of these settings. Kept while the settings stay, so that connections are used again; those of earlier settings
 * are let go without being closed, because a file may still be on its way through one.
 */
export function s3Clients(settings: S3Settings): S3Clients {
  const key = JSON.stringify(settings);
  if (latest?.key !== key) {
    const store = makeClient(settings, settings.endpoint);
    const people = settings.publicEndpoint ? makeClient(settings, settings.publicEndpoint) : store;
    latest = { key, clients: { store, people } };
  }
  return latest.clients;
}

function makeClient(settings: S3Settings, endpoint: string | undefined): S3Client {
  const { region, forcePathStyle, accessKeyId, secretAccessKey } = settings;
  return new S3Client({
    region,
    forcePathStyle,
    credentials: { accessKeyId, secretAccessKey },
    ...(endpoint === undefined ? {} : { endpoint }),
    // Newer checksum headers are refused by several S3-compatible servers; we compare SHA-256 and size ourselves.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    requestHandler: { connectionTimeout: CONNECT_MS, socketTimeout: SILENCE_MS },
  });
}
