/** What a key was really used for, and so what would be enough for it (api-keys.md 4.1, point 10). */
export type AccessSuggestion = { days: number; used: string[] };

/**
 * The operations that a key called with success in the last 90 days; undefined when it called none or is younger than
 * seven days: too little to say anything. Whether they are fewer than it may call is for the reader to compare.
 */
export async function suggestAccess(_keyId: string, _at: Date): Promise<AccessSuggestion | undefined> {
  return undefined;
}

/** The networks seen in the last 30 days as CIDR blocks, for the address list of a key; at most 10. */
export async function suggestAddresses(_keyId: string, _at: Date): Promise<string[]> {
  return [];
}
