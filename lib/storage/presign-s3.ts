import { GetObjectCommand } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { contentDisposition } from './content-disposition';
import { s3Clients } from './s3-client';
import type { S3Settings } from './storage-settings';

/** A presigned address outlives the click that asked for it by no more than this. */
const LIFE_SECONDS = 300;

/**
 * An address at the public endpoint that gives one object for five minutes, under its file name. Both the name and the type
 * are part of what is signed, so neither can be changed on the way.
 */
export function presignS3(settings: S3Settings, object: { location: string; fileName: string }): Promise<string> {
  const command = new GetObjectCommand({
    Bucket: settings.bucket,
    Key: object.location,
    ResponseContentDisposition: contentDisposition(object.fileName),
    ResponseContentType: 'application/octet-stream',
  });
  return getSignedUrl(s3Clients(settings).people, command, { expiresIn: LIFE_SECONDS });
}
