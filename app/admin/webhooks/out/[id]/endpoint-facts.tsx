import type { Endpoint } from '@/lib/webhooks/endpoint';
import type { ListedEndpoint } from '@/lib/webhooks/list-endpoints';
import { text } from '../../../../_texts/text';
import { DateTime } from '../../../../_ui/date-time';
import { Notice } from '../../../../_ui/notice';
import { Facts } from '../../../logs/_parts/facts';

/** Why nothing arrives, and what to do, if that is so. */
export function EndpointTrouble({ endpoint: { disabledReason, failingSince } }: { endpoint: Endpoint }) {
  if (disabledReason) {
    return (
      <Notice
        tone={disabledReason === 'admin' ? 'warn' : 'bad'}
        title={text(`webhooks.disabledTitle.${disabledReason}`)}
      >
        {text(`webhooks.reason.${disabledReason}`)}
      </Notice>
    );
  }
  if (!failingSince) return null;
  return (
    <Notice tone="warn" title={text('webhooks.failingTitle')}>
      {text('webhooks.failingText')}
    </Notice>
  );
}

/** What is known of an endpoint. */
export function EndpointFacts({ endpoint }: { endpoint: ListedEndpoint }) {
  const { eventTypes, createdAt, secretMadeAt, oldSecretUntil, failingSince, disabledAt, lastDeliveredAt } = endpoint;
  const moment = (at: Date | null) => (at ? <DateTime key={at.getTime()} at={at} form="moment" /> : undefined);
  return (
    <Facts
      label={text('webhooks.factsLabel')}
      facts={[
        [text('webhooks.events'), <Events key="events" types={eventTypes} />],
        [text('webhooks.lastDelivered'), moment(lastDeliveredAt) ?? text('webhooks.never')],
        [text('webhooks.unsettled'), String(endpoint.waiting)],
        [text('webhooks.failedCount'), String(endpoint.failed)],
        [text('webhooks.failingSince'), moment(failingSince)],
        [text('webhooks.disabledAt'), moment(disabledAt)],
        [text('webhooks.added'), moment(createdAt)],
        [text('webhooks.secretMade'), moment(secretMadeAt)],
        [text('webhooks.oldSecretUntil'), moment(oldSecretUntil)],
      ]}
    />
  );
}

function Events({ types }: { types: string[] }) {
  if (types.length === 0) return text('webhooks.allEvents');
  return (
    <ul className="flex flex-col">
      {types.map((type) => (
        <li key={type} className="break-words font-mono text-sm">
          {type}
        </li>
      ))}
    </ul>
  );
}
