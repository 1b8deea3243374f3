import type { Allowance } from '@/lib/licensing/allowance';
import { text } from '../../_texts/text';

/** "3 of 5" or "3 of unlimited". */
export function usedOfTotal({ used, limit }: Allowance): string {
  return text('account.used', { used, total: limit ?? text('account.unlimited') });
}
