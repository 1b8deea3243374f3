import type { VerifyChainResult } from '@/lib/audit/verify-chain';
import { unreachable } from '@/lib/errors';
import { text } from '../../../_texts/text';

/** What a look along the chain found, as a sentence. */
export function chainText(result: VerifyChainResult): string {
  if (result.ok) {
    const { entries, head } = result;
    if (!head) return text('logs.chain.empty');
    return text('logs.chain.holds', {
      count: entries,
      position: String(head.position),
      digest: head.digest.slice(0, 16),
    });
  }
  switch (result.reason) {
    case 'entries_differ':
      return text('logs.chain.differs', { from: String(result.fromId), to: String(result.toId) });
    case 'seal_missing':
      return text('logs.chain.missing', { position: String(result.position) });
    default:
      return unreachable(result);
  }
}
