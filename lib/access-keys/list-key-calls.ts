/** One recent call of a key. */
export type RecentCall = {
  at: Date;
  requestId: string;
  operation: string;
  method: string;
  path: string;
  status: number;
  outcome: string;
  address: string;
  userAgent: string;
  durationUs: number;
};

/** The last calls of one key, newest first; at most 100. The caller checks whose key it is. */
export async function listKeyCalls(_keyId: string, _atMost: number): Promise<RecentCall[]> {
  return [];
}
