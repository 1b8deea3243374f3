import type { JobHandler } from '../jobs/job';
import { mailHandlers } from '../mailbox/deliver-mail';
import { readStoreSettings } from '../settings/store-settings';

/** Every kind of job and who does it. `lib/jobs` itself knows none of them. */
export function jobHandlers(): Record<string, JobHandler> {
  return mailHandlers({
    readOrderMail: async () => undefined,
    readStoreName: async () => (await readStoreSettings()).storeName,
  });
}
