/** Thrown by a handler when trying again cannot help (an address that does not exist): dead letter at once. */
export class GiveUp extends Error {}

const LONGEST = 500;

/**
 * One line about a failure, fit to be kept and shown to an admin: no stack, and whatever looks like a key or a token is
 * cut to its first characters, because servers like to quote the message they refused.
 */
export function describeFailure(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  const line = text.replace(/\s+/g, ' ').trim() || 'The job failed without saying why.';
  return line.replace(/\b(?:[a-z]{2,4}_)?[A-Za-z0-9]{32,}\b/g, (secret) => `${secret.slice(0, 6)}…`).slice(0, LONGEST);
}
