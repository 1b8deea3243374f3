// Control characters; what reverses the reading direction and so hides an ending; separators of folders.
const NOT_IN_A_NAME = /[\p{Cc}\p{Cs}\u200e\u200f\u202a-\u202e\u2066-\u2069/\\]/u;
const LONGEST_BYTES = 200;

/**
 * Whether a text is the name of a file that customers may get: any language, but no folders, nothing invisible, no dot or
 * space at its ends (Windows drops them), and short enough for every file system.
 */
export function isArtifactName(name: string): boolean {
  if (name === '' || Buffer.byteLength(name) > LONGEST_BYTES) return false;
  return !NOT_IN_A_NAME.test(name) && !/^[. ]|[. ]$/.test(name);
}
