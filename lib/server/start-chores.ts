import { dropOldAccess } from '../access-keys/drop-old-access';
import { flagAnomalies } from '../access-keys/flag-anomalies';
import { readChainHead } from '../audit/read-chain-head';
import { sealEntries } from '../audit/seal-entries';
import { dropFullBuckets, levelCallLimits } from '../call-limits/level-buckets';
import { now } from '../clock';
import { dropEndedWindows } from '../customers/attempt-limit';
import { dropOldSessions } from '../customers/drop-old-sessions';
import { endExpiredViews } from '../customers/end-customer-view';
import { dropUnfinished } from '../customers/pending-sign-in';
import { dropOldDownloads } from '../downloads/drop-old-downloads';
import { endForgottenSaves } from '../downloads/end-forgotten-saves';
import { dropOldAnswers } from '../idempotency/keep-answer';
import { sumClosedDays } from '../reports/sum-closed-days';
import { dropOldCalls } from '../request-log/drop-old-calls';
import { readStoreSettings } from '../settings/store-settings';
import { tidyUploads } from '../uploads/tidy-uploads';
import { finishUploads } from './finish-uploads';
import { log } from './log';
import { repeat } from './repeat';
import { shortenOldAddresses } from './shorten-old-addresses';
import { startBackupChores } from './start-backup-chores';
import { startKeyChores } from './start-key-chores';
import { startStripeChores } from './start-stripe-chores';
import type { StopList } from './stop-list';
import { CLIENT_NOTES_MS, writeClientNotes } from './write-client-notes';

const RECONCILE_MS = 5 * 60_000;
const TIDY_MS = 60 * 60_000;
const DAY_MS = 86_400_000;
// What one process lets through, the others know about a second later.
const LEVEL_MS = 1_000;
const SEAL_MS = 5_000;
const MINUTE_MS = 60_000;

/** What a running store does by itself, besides its jobs. Any number of processes may do it at once. */
export function startChores(stops: StopList): void {
  stops.add('the notes of client calls', repeat('client_notes.write', CLIENT_NOTES_MS, writeClientNotes, true));
  stops.add(
    'the tidying of attempts',
    repeat('attempts.tidy', TIDY_MS, () => dropEndedWindows(now())),
  );
  stops.add('the tidying of sign-ins', repeat('sign_ins.tidy', TIDY_MS, tidySignIns));
  stops.add(
    'the end of looks at customers',
    repeat('customer_views.end', MINUTE_MS, () => endExpiredViews(now())),
  );
  stops.add(
    'the look at saves to Dropbox',
    repeat('dropbox_saves.end', RECONCILE_MS, () => endForgottenSaves(now())),
  );
  stops.add('the sealing of the audit', repeat('audit.seal', SEAL_MS, sealEntries));
  // At the start too: a process that is renewed each day would never come to its first daily one.
  logAuditHead().catch((error: unknown) => log().error({ err: error }, 'audit.head.failed'));
  stops.add('the daily head of the audit', repeat('audit.head', DAY_MS, logAuditHead));
  stops.add(
    'the sums of closed days',
    repeat('daily_sums.write', RECONCILE_MS, () => sumClosedDays(now())),
  );
  stops.add('the tidying of the request log', repeat('request_log.tidy', TIDY_MS, tidyRequestLog));
  stops.add('the shortening of old addresses', repeat('addresses.shorten', TIDY_MS, shortenOldAddresses));
  stops.add(
    'the look at developer keys',
    repeat('access_keys.watch', MINUTE_MS, () => flagAnomalies(now())),
  );
  stops.add('the tidying of developer keys', repeat('access_keys.tidy', TIDY_MS, tidyAccess));
  stops.add('the tidying of the downloads', repeat('downloads.tidy', TIDY_MS, tidyDownloads));
  stops.add('the levelling of call limits', repeat('call_limits.level', LEVEL_MS, levelCallLimits));
  stops.add(
    'the tidying of call limits',
    repeat('call_limits.tidy', TIDY_MS, () => dropFullBuckets(now())),
  );
  stops.add(
    'the tidying of kept answers',
    repeat('kept_answers.tidy', TIDY_MS, () => dropOldAnswers(now())),
  );
  stops.add(
    'the tidying of uploads',
    repeat('uploads.tidy', TIDY_MS, () => tidyUploads(now())),
  );
  startBackupChores(stops);
  startKeyChores(stops);
  startStripeChores(stops);
  finishUploads(stops);
}

/** Kept apart from the database, the head shows whether the newest seals were taken out together with their entries. */
async function logAuditHead(): Promise<void> {
  const head = await readChainHead();
  if (head) log().info(head, 'audit.head');
}

async function tidySignIns(): Promise<void> {
  const at = now();
  await dropUnfinished(at);
  await dropOldSessions(at);
}

async function tidyRequestLog(): Promise<void> {
  const { requestLogDays } = await readStoreSettings();
  // What is forgotten here has been counted before.
  await sumClosedDays(now());
  await dropOldCalls(new Date(now().getTime() - requestLogDays * DAY_MS));
}

async function tidyAccess(): Promise<void> {
  const { requestLogDays } = await readStoreSettings();
  await dropOldAccess(now(), requestLogDays);
}

async function tidyDownloads(): Promise<void> {
  const { downloadLogDays } = await readStoreSettings();
  await dropOldDownloads(new Date(now().getTime() - downloadLogDays * DAY_MS));
}
