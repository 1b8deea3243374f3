import { gatherCalls } from '../db/gather-calls';
import { type ReleaseFile, readReleaseFiles } from '../db/read-release-files';

type Found = { file: ReleaseFile | undefined };
type Read = (releaseId: string) => Promise<Found>;
const holder = globalThis as typeof globalThis & { latchkeyReleaseFiles?: Read };

/** Changelog and file of a release; undefined when it is gone. Calls that arrive together share a statement. */
export async function readReleaseFile(releaseId: string): Promise<ReleaseFile | undefined> {
  holder.latchkeyReleaseFiles ??= gatherCalls(readFound, { lanes: 1, atMost: 256 });
  return (await holder.latchkeyReleaseFiles(releaseId)).file;
}

// gatherCalls takes an undefined result for a missing one.
async function readFound(releaseIds: string[]): Promise<Found[]> {
  return (await readReleaseFiles(releaseIds)).map((file) => ({ file }));
}
