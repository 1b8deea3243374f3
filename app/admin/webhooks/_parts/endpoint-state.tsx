import type { Endpoint } from '@/lib/webhooks/endpoint';
import { text } from '../../../_texts/text';
import { Badge } from '../../../_ui/badge';

/** How an endpoint stands, in a word. */
export function EndpointState({ endpoint }: { endpoint: Pick<Endpoint, 'disabledAt' | 'failingSince'> }) {
  if (endpoint.disabledAt) return <Badge tone="bad">{text('webhooks.state.disabled')}</Badge>;
  if (endpoint.failingSince) return <Badge tone="warn">{text('webhooks.state.failing')}</Badge>;
  return <Badge tone="good">{text('webhooks.state.enabled')}</Badge>;
}
