import { after } from 'next/server';
import { flushDownloads } from '@/lib/downloads/flush-downloads';
import { handleDownload } from '@/lib/downloads/handle-download';

/** Public: the signed link itself is the permit. On a host with our own server lib/server answers before Next does. */
export async function GET(request: Request): Promise<Response> {
  after(flushDownloads);
  return handleDownload(request, request.headers.get('x-forwarded-for')?.split(',').at(-1)?.trim());
}
