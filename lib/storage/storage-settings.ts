/** A bucket and the key to it. */
export type S3Settings = {
  /** Where the store reaches it; undefined = Amazon S3 of the region. */
  endpoint: string | undefined;
  /** Where customers reach it, when that differs: download links are made with it. */
  publicEndpoint: string | undefined;
  region: string;
  bucket: string;
  accessKeyId: string;
  secretAccessKey: string;
  /** `endpoint/bucket/key` instead of `bucket.endpoint/key`. */
  forcePathStyle: boolean;
};

/** Where files lie and where new ones go. Files of both kinds stay readable whatever `newFiles` says. */
export type StorageSettings = { s3: S3Settings | undefined; newFiles: 'local' | 's3' };
