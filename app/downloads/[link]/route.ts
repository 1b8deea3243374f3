import { handleDownload } from '@/lib/downloads/handle-download';

// Public: the signed link itself is the permit. On a host with our own server lib/server answers before Next does.
export { handleDownload as GET };
