import type { ReceiverEntry, ReceiverFault } from '@/lib/webhooks/check-receiver';

/** What sending the form of an endpoint came to. The secret is part of this one answer and of nothing else. */
export type EndpointAnswer =
  | { outcome: 'none' }
  | { outcome: 'refused'; entered: ReceiverEntry; fault: ReceiverFault | 'too_many_endpoints' | 'endpoint_not_found' }
  | { outcome: 'made'; id: string; secret: string };
