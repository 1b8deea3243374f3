import { now } from '../clock';
import { db } from '../db/client';
import { derivedKey } from '../secrets/keyring';
import { readStorageSettings } from '../settings/read-storage-settings';
import { type ArtifactFile, type OpenArtifactResult, openArtifact } from '../storage/open-artifact';
import { type ClosedReason, closedReason } from './closed-reason';
import { type LinkPurpose, type ReadLink, readDownloadLink } from './download-link';
import { entitledReleases } from './entitled-releases';

export type DownloadRefusal =
  | 'link_invalid'
  | 'link_expired'
  /** The right or the account is closed: asked anew at every click. */
  | ClosedReason
  /** The right does not cover this file, or no longer belongs to this customer and order. */
  | 'not_entitled'
  /** The release was taken back. */
  | 'release_withdrawn'
  /** The key an update answer was asked with is switched off or was replaced. */
  | 'key_disabled'
  /** The installation an update answer was for gave its place back. */
  | 'deactivated'
  | 'too_many_at_once'
  | Extract<OpenArtifactResult, { ok: false }>['reason'];

/** By which kind of address a file was asked for. */
export type DownloadWay = 'link' | 'package' | 'dropbox';

/** What is known of an opened or refused download, for the record; a garbled link says nothing. */
export type DownloadFacts = {
  way: DownloadWay;
  customerId?: string;
  apiResourceId?: string;
  artifactId?: string;
  /** The installation that a package address was made for. */
  activationId?: string;
};

export type OpenDownloadResult =
  | {
      ok: true;
      fileName: string;
      sha256: string;
      /** As recorded when the file was stored. */
      sizeBytes: number;
      file: Extract<OpenArtifactResult, { ok: true }>;
      facts: DownloadFacts;
    }
  /** `detail` is for the record, not for people. */
  | { ok: false; reason: DownloadRefusal; detail?: string; facts: DownloadFacts };

/**
 * Opens a download link: signature, then time, then whether the customer is still entitled to this very file through this
 * very order. The link is the permit, whoever holds it: a download manager or a cloud drive fetches without the
 * customer's cookie. A link for Dropbox always opens as a stream, since Dropbox is given one address and keeps to it.
 */
export async function openDownload(text: string, at: Date = now()): Promise<OpenDownloadResult> {
  const read = readDownloadLink(text, derivedKey('download-link'), at);
  if (!read.ok) return { ok: false, reason: read.reason, facts: { way: 'link' } };
  const { purpose, customerId, artifactId, apiResourceId } = read.link;
  const facts: DownloadFacts = { way: wayOf(purpose), customerId, artifactId, apiResourceId };
  const checked = await checkLink(read.link, at);
  if (!checked.ok) return { ok: false, reason: checked.reason, facts };
  return openFile(checked.artifact, facts);
}

/** Opens the file of an artifact that the caller has found to be permitted. */
export async function openFile(artifact: ArtifactFile, facts: DownloadFacts): Promise<OpenDownloadResult> {
  const { fileName, sha256, sizeBytes } = artifact;
  const as = facts.way === 'dropbox' ? 'stream' : 'redirect_or_stream';
  const file = await openArtifact(artifact, { settings: await readStorageSettings(), as });
  if (!file.ok) return { ok: false, reason: file.reason, detail: file.detail, facts };
  return { ok: true, fileName, sha256, sizeBytes: Number(sizeBytes), file, facts };
}

async function checkLink(
  { customerId, artifactId, apiResourceId, boughtBy }: ReadLink,
  at: Date,
): Promise<{ ok: true; artifact: ArtifactFile } | { ok: false; reason: DownloadRefusal }> {
  const resource = await db().apiResource.findFirst({
    where: {
      id: apiResourceId,
      customerId,
      ...(boughtBy?.kind === 'order' ? { orderNumber: boughtBy.number } : {}),
      ...(boughtBy?.kind === 'subscription' ? { subscriptionNumber: boughtBy.number } : {}),
    },
    include: { customer: { select: { disabledAt: true } }, product: { select: { keepsReleases: true } } },
  });
  if (!resource) return { ok: false, reason: 'not_entitled' };
  const closed = closedReason(resource, at);
  if (closed) return { ok: false, reason: closed };
  const covered = entitledReleases(resource, at);
  const artifact = await db().artifact.findFirst({
    where: { id: artifactId, release: { productId: resource.productId, ...covered } },
  });
  if (artifact) return { ok: true, artifact };
  const withdrawn = { productId: resource.productId, yankedAt: { not: null } };
  const isWithdrawn = (await db().artifact.count({ where: { id: artifactId, release: withdrawn } })) > 0;
  return { ok: false, reason: isWithdrawn ? 'release_withdrawn' : 'not_entitled' };
}

function wayOf(purpose: LinkPurpose): DownloadWay {
  return purpose === 'dropbox' ? 'dropbox' : 'link';
}
