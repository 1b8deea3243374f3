import type { readReleaseFile } from '../../catalog/read-release-file';
import type { UpdateResult } from '../../licensing/find-update';

type Found = Extract<UpdateResult, { ok: true }>;

type Offer = Pick<Found, 'product' | 'release'> & {
  file: Awaited<ReturnType<typeof readReleaseFile>>;
  link: { url: string; expiresAt: Date } | undefined;
  storePageUrl: string;
  isLicensed: boolean;
};

/** `updates`: what is on offer. Nothing in it depends on the second in which it was asked (ETag). */
export function presentUpdate({ product, release, file, link, storePageUrl, isLicensed }: Offer): object {
  return {
    licensed: isLicensed,
    product: {
      number: product.number,
      title: product.title,
      author: product.author,
      url: product.pageUrl === '' ? storePageUrl : product.pageUrl,
    },
    release: release
      ? {
          version: release.version,
          releasedAt: release.releasedAt.toISOString(),
          changelog: file?.changelogMd ?? '',
          upgradeNotice: release.upgradeNotice,
          requires: product.requiresVersion,
          tested: product.testedVersion,
          requiresPhp: product.requiresPhp,
        }
      : null,
    file: file?.artifact ? presentFile(file.artifact) : null,
    package: link ? { url: link.url, expiresAt: link.expiresAt.toISOString() } : null,
  };
}

function presentFile({ fileName, sizeBytes, sha256 }: { fileName: string; sizeBytes: number; sha256: string }): object {
  return { name: fileName, size: sizeBytes, sha256: sha256 === '' ? null : sha256 };
}
