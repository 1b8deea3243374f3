import type { Actor } from '../audit/record-audit';
import { type AddArtifactResult, addArtifact } from '../catalog/add-artifact';
import { inTransaction } from '../db/client';
import { network, type RemoteEdge, type RemoteFailed } from '../storage/fetch-remote';
import { type MeasuredRemoteFile, measureRemoteFile } from '../storage/remote-address';

/** Fetches a file from outside once, keeping nothing, and answers its size and hash, or why it cannot be had. */
export function testRemoteArtifact(address: string): Promise<MeasuredRemoteFile> {
  return measureRemoteFile(address);
}

export type AddRemoteArtifactResult = AddArtifactResult | RemoteFailed;

/**
 * Adds a file that lies at an https address outside the store to a release. It is fetched here and now to find its size and
 * hash, before anything is locked; customers are sent to the address later.
 */
export async function addRemoteArtifact(
  wish: {
    releaseId: string;
    address: string;
    /** Empty = the last part of the address. */
    fileName: string;
    platform: string;
    actor: Actor;
  },
  edge: RemoteEdge = network,
): Promise<AddRemoteArtifactResult> {
  const { releaseId, address, platform, actor } = wish;
  const measured = await measureRemoteFile(address, { edge });
  if (!measured.ok) return measured;
  const { sizeBytes, sha256 } = measured;
  const stored = { source: 'remote' as const, location: address, sizeBytes, sha256 };
  const fileName = wish.fileName.trim() || lastPartOf(address);
  return inTransaction((tx) => addArtifact(tx, { releaseId, fileName, platform, stored }, actor));
}

function lastPartOf(address: string): string {
  const last = new URL(address).pathname.split('/').at(-1) ?? '';
  try {
    return decodeURIComponent(last);
  } catch {
    // A stray % is part of the name.
    return last;
  }
}
