import { after } from 'next/server';
import { flushDownloads } from '@/lib/downloads/flush-downloads';
import { handleDownload } from '@/lib/downloads/handle-download';

/** Public: the signed address itself is the permit. A rewrite in next.config.mjs leads `/?am_download_file=` here. */
export async function GET(request: Request): Promise<Response> {
  after(flushDownloads);
  return handleDownload(request, request.headers.get('x-forwarded-for')?.split(',').at(-1)?.trim());
}
