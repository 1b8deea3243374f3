import { beforeAll } from 'vitest';
import { s3Bucket } from '@/lib/storage/s3-bucket';
import { type Kept, storageContract } from './contract';
import { aBucket, everythingIn, serverSettings } from './s3-server';

let kept: Kept | undefined;
beforeAll(async () => {
  const bucket = await aBucket();
  kept = { store: s3Bucket(serverSettings(bucket)), source: 's3', everything: () => everythingIn(bucket) };
});

storageContract(() => {
  if (!kept) throw new Error('The bucket is not there yet');
  return kept;
});
