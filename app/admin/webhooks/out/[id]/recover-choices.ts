import { webhooks as words } from '../../../../_texts/en/webhooks';
import type { WebhookNotice } from '../../_parts/webhook-notices';

const SINCE = ['1', '24', '168', '1440'] as const;

/** How far back messages can be recovered, in hours. */
export const sinceChoices = SINCE.map((hours) => ({ value: hours, label: words[`since.${hours}`] }));

/** The chosen hours; anything else is the shortest choice. */
export function sinceHours(chosen: string): number {
  return Number(SINCE.find((hours) => hours === chosen) ?? SINCE[0]);
}

/** What recovering came to. */
export function recoveredNotice({ recovered, hasMore }: { recovered: number; hasMore: boolean }): WebhookNotice {
  if (hasMore) return 'recovered_some';
  return recovered === 0 ? 'recovered_none' : 'recovered';
}
