import { createHash } from 'node:crypto';
import type { DownloadFacts, DownloadRefusal } from './open-download';

/** What is remembered of one request for a file. */
export type NotedDownload = DownloadFacts & {
  at: Date;
  outcome: 'served' | DownloadRefusal;
  /** What a storage said when it could not give the file. */
  detail: string;
  address: string;
  userAgent: string;
  isPartial: boolean;
};

/** The same request made once or many times since the last flush. */
export type GatheredDownload = NotedDownload & { lastAt: Date; requests: number; sameness: string };

/** How many different ones may wait for the next flush. Beyond it refusals that name nobody are dropped first. */
const ROOM = 2_000;

type Waiting = Map<string, GatheredDownload>;
const holder = globalThis as typeof globalThis & { latchkeyDownloads?: Waiting };

/**
 * Remembers a request for a file; `flushDownloads` writes it soon. The file never waits for the record. Requests of one
 * caller for one file by one kind of link and with one outcome are gathered into one line.
 */
export function noteDownload(download: NotedDownload): void {
  holder.latchkeyDownloads ??= new Map();
  const waiting = holder.latchkeyDownloads;
  const sameness = samenessOf(download);
  const known = waiting.get(sameness);
  if (known) {
    known.lastAt = download.at;
    known.requests++;
    known.isPartial ||= download.isPartial;
  } else if (waiting.size < (download.customerId === undefined ? ROOM : 2 * ROOM)) {
    waiting.set(sameness, { ...download, lastAt: download.at, requests: 1, sameness });
  }
}

/** Takes what waits; the next requests gather anew. */
export function takeNotedDownloads(): GatheredDownload[] {
  const waiting = [...(holder.latchkeyDownloads?.values() ?? [])];
  holder.latchkeyDownloads?.clear();
  return waiting;
}

// The address belongs to it: one link used in many places is many downloads. The part that was asked for does not.
function samenessOf(download: NotedDownload): string {
  const { way, outcome, customerId, apiResourceId, artifactId, activationId, address } = download;
  const facts = JSON.stringify([way, outcome, customerId, apiResourceId, artifactId, activationId, address]);
  return createHash('sha256').update(facts).digest('hex').slice(0, 32);
}
