// A location is the SHA-256 of the content behind its first two digits. Nothing else is ever joined to a folder's path or
// asked of a bucket, so no file name and no "../" can lead out of either.
const LOCATION = /^([0-9a-f]{2})\/\1[0-9a-f]{62}$/;

/** Where content with this hash lies, in a folder and in a bucket alike. */
export function locationOf(sha256: string): string {
  return `${sha256.slice(0, 2)}/${sha256}`;
}

export function isLocation(text: string): boolean {
  return LOCATION.test(text);
}
