import { keepDefaultKeys } from '../access-keys/keep-default-keys';
import { remindOwners } from '../access-keys/remind-owners';
import { rotateKeys, tidyKeys } from '../access-keys/tidy-keys';
import { now } from '../clock';
import { log } from './log';
import { repeat } from './repeat';
import type { StopList } from './stop-list';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** What a running store does for developer keys by itself. Any number of processes may do it at once. */
export function startKeyChores(stops: StopList): void {
  // At the start too: accounts from before there were default keys get theirs now.
  const first = keepDefaultKeys(now()).catch((error: unknown) => log().error({ err: error }, 'default_keys.failed'));
  stops.add('the first look at default keys', async () => void (await first));
  stops.add(
    'the keeping of default keys',
    repeat('default_keys.keep', MINUTE_MS, () => keepDefaultKeys(now())),
  );
  stops.add(
    'the rotation of keys',
    repeat('keys.rotate', MINUTE_MS, () => rotateKeys(now())),
  );
  stops.add(
    'the tidying of keys',
    repeat('keys.tidy', MINUTE_MS, () => tidyKeys(now())),
  );
  stops.add(
    'the reminders about keys',
    repeat('keys.remind', HOUR_MS, () => remindOwners(now())),
  );
}
