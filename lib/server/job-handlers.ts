import { dropboxSaveHandlers } from '../downloads/run-dropbox-save';
import type { JobHandler } from '../jobs/job';
import { planTermsHandlers } from '../licensing/apply-plan-terms';
import { mailHandlers } from '../mailbox/deliver-mail';
import { storeMailReaders } from '../mailbox/store-mail-readers';
import { newsHandlers } from '../mailbox/tell-holders';
import { forgettingHandlers } from '../personal-data/forget-traces';

/** Every kind of job and who does it. `lib/jobs` itself knows none of them. */
export function jobHandlers(): Record<string, JobHandler> {
  return {
    ...mailHandlers(storeMailReaders),
    ...dropboxSaveHandlers(),
    ...planTermsHandlers(),
    ...newsHandlers(),
    ...forgettingHandlers(),
  };
}
