import { now } from '../clock';
import { env } from '../env';
import { remindOfEnds } from '../mailbox/remind-of-ends';
import { tellOfDevices } from '../mailbox/tell-of-devices';
import { repeat } from './repeat';
import type { StopList } from './stop-list';

const MINUTE_MS = 60_000;
const QUARTER_MS = 15 * MINUTE_MS;

/** The mails that nothing a person does brings about. Any number of processes may do it at once. */
export function startMailChores(stops: StopList): void {
  // Whoever moves a demo store's clock wants to see what comes of it.
  const remindMs = env().payments.mode === 'demo' ? MINUTE_MS : QUARTER_MS;
  stops.add(
    'the reminders about licences',
    repeat('licences.remind', remindMs, () => remindOfEnds(now())),
  );
  stops.add(
    'the mails about new devices',
    repeat('devices.tell', MINUTE_MS, () => tellOfDevices(now())),
  );
}
