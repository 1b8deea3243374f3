import type { StorageEntry } from '@/lib/settings/storage-entry';
import { formField } from '../../../_shell/form-field';

/** The entered settings; a box that is not sent is off. */
export function readStorageForm(form: FormData): StorageEntry {
  return {
    newFiles: formField(form, 'newFiles'),
    endpoint: formField(form, 'endpoint'),
    publicEndpoint: formField(form, 'publicEndpoint'),
    region: formField(form, 'region'),
    bucket: formField(form, 'bucket'),
    accessKeyId: formField(form, 'accessKeyId'),
    secretAccessKey: formField(form, 'secretAccessKey'),
    forcePathStyle: formField(form, 'forcePathStyle') === 'on',
  };
}
