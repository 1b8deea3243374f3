import { answerDownload, answerPackage } from './answer-download';
import { openDownload } from './open-download';
import { openPackage } from './open-package';

const PACKAGE_PATH = '/downloads/package';

/** Whether an address is a download: a signed link, or a package address of an update answer. */
export function isDownloadAddress(url: URL): boolean {
  return isPackageAddress(url) || (url.pathname !== PACKAGE_PATH && linkOf(url) !== undefined);
}

/**
 * Answers a download address for whoever holds it: no cookie is asked for and none is set, so that update clients,
 * download managers and cloud drives can fetch too.
 */
export async function handleDownload(request: Request): Promise<Response> {
  const url = new URL(request.url);
  if (isPackageAddress(url)) return answerPackage(request, await openPackage(url.searchParams));
  return answerDownload(request, await openDownload(linkOf(url) ?? ''));
}

function isPackageAddress(url: URL): boolean {
  return (url.pathname === '/' || url.pathname === PACKAGE_PATH) && url.searchParams.has('am_download_file');
}

// Some networks percent-encode letters that need no encoding; the link is what they decode to.
function linkOf(url: URL): string | undefined {
  const segment = /^\/downloads\/([^/]+)$/.exec(url.pathname)?.[1];
  if (segment === undefined) return undefined;
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
