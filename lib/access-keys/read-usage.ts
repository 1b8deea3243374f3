/** How much a key was used, by UTC days; what its usage page and `/api-keys/{sid}/usage` show. */
export type KeyUsage = {
  /** YYYY-MM-DD, the first and the last day counted. */
  from: string;
  to: string;
  /** Every day of the range, also those without a call. `errors` are answers of 400 and more but 401 and 429. */
  days: { day: string; calls: number; errors: number; rejected: number }[];
  /** Most used first. */
  operations: { operation: string; calls: number; errors: number }[];
  statuses: { status: number; calls: number }[];
  /** Networks (/24, or /48 of IPv6) of the last 30 days, most used first. */
  networks: { block: string; calls: number; firstSeenAt: Date; lastSeenAt: Date }[];
};

/** The usage of one key over the last `days` (1–400) days up to and with today. The caller checks whose key it is. */
export async function readKeyUsage(_keyId: string, _span: { days: number; at: Date }): Promise<KeyUsage> {
  return { from: '', to: '', days: [], operations: [], statuses: [], networks: [] };
}
