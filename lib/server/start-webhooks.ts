import { now } from '../clock';
import { startWorker } from '../jobs/start-worker';
import { deliveryHandlers } from '../webhooks/deliver-message';
import { LANES } from '../webhooks/delivery-lane';
import { relayMessages } from '../webhooks/relay-messages';
import { tidyMessages } from '../webhooks/tidy-messages';
import { log } from './log';
import { repeat } from './repeat';
import type { StopList } from './stop-list';

const RELAY_MS = 1_000;
const TIDY_MS = 60 * 60_000;

/**
 * Tells receivers what happens: the relay makes messages of what was committed, and lanes of their own send them, so that
 * no mail waits for a slow receiver.
 */
export function startWebhooks(stops: StopList): void {
  for (let lane = 0; lane < LANES; lane++) {
    const worker = startWorker(deliveryHandlers(lane), {
      onFault: (error) => log().error({ err: error }, 'webhooks.round.failed'),
    });
    stops.add(`webhook lane ${lane + 1}`, () => worker.stop());
  }
  stops.add(
    'the relay of webhooks',
    repeat('webhooks.relay', RELAY_MS, () => relayMessages()),
  );
  stops.add(
    'the tidying of webhooks',
    repeat('webhooks.tidy', TIDY_MS, () => tidyMessages(now())),
  );
}
