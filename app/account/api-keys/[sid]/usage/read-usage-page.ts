import type { DeveloperKey } from '@/lib/access-keys/key-view';
import { type KeyFlag, listKeyFlags } from '@/lib/access-keys/list-flags';
import { listKeyCalls, type RecentCall } from '@/lib/access-keys/list-key-calls';
import { type KeyUsage, readKeyUsage } from '@/lib/access-keys/read-usage';
import { suggestAccess, suggestAddresses } from '@/lib/access-keys/suggest-access';
import { listOperations } from '@/lib/protocols/v1/manage/handle';

export const USAGE_RANGES = [7, 30, 90] as const;
export type UsageRange = (typeof USAGE_RANGES)[number];

/** Fewer calls than the key may make that would have been enough for it. */
export type Suggestion = { days: number; used: string[]; total: number };

export type UsageFacts = {
  key: DeveloperKey;
  range: UsageRange;
  usage: KeyUsage;
  calls: RecentCall[];
  flags: KeyFlag[];
  suggestion: Suggestion | undefined;
  /** Networks to which the key could be restricted; none when it is already. */
  networks: string[];
  /** What an operation does, by its id. */
  summaries: Map<string, string>;
};

const RECENT = 25;
const FLAG_DAYS = 30;
const DAY_MS = 86_400_000;

/** The range in the address, or 30 days. */
export function readUsageRange(value: string | string[] | undefined): UsageRange {
  return USAGE_RANGES.find((days) => String(days) === value) ?? 30;
}

/** Everything on the usage page of a key that was found to be its reader's. */
export async function readUsagePage(
  reader: { key: DeveloperKey; role: 'customer' | 'admin' },
  { range, at }: { range: UsageRange; at: Date },
): Promise<UsageFacts> {
  const { key, role } = reader;
  const [usage, calls, flags, suggested, networks] = await Promise.all([
    readKeyUsage(key.id, { days: range, at }),
    listKeyCalls(key.id, RECENT),
    listKeyFlags(key.sid, new Date(at.getTime() - FLAG_DAYS * DAY_MS)),
    suggestAccess(key.id, at),
    suggestAddresses(key.id, at),
  ]);
  const operations = listOperations({ forAdmin: role === 'admin' }).filter(({ audience }) => audience !== 'public');
  const total = key.access.mode === 'full' ? operations.length : key.access.operations.length;
  // Calls that need no key need not be kept for it.
  const used = suggested?.used.filter((id) => operations.some((one) => one.id === id)) ?? [];
  const isLess = used.length > 0 && used.length < total && isOpen(key);
  return {
    key,
    range,
    usage,
    calls,
    flags,
    suggestion: suggested && isLess ? { days: suggested.days, used, total } : undefined,
    networks: key.addresses.length > 0 || !isOpen(key) ? [] : networks,
    summaries: new Map(operations.map(({ id, summary }) => [id, summary])),
  };
}

function isOpen({ state }: DeveloperKey): boolean {
  return state === 'active' || state === 'disabled';
}
