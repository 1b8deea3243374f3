import { handleDownload } from '@/lib/downloads/handle-download';

// Public: the signed address itself is the permit. A rewrite in next.config.mjs leads `/?am_download_file=` here.
export { handleDownload as GET };
