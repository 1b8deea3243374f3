import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

// The platform's own digest takes a whole file at once, which for 2 GB is 2 GB of memory.
const SLICE_BYTES = 4 * 1024 * 1024;

self.onmessage = async ({ data: file }: MessageEvent<File>) => {
  try {
    const hash = sha256.create();
    for (let from = 0; from < file.size; from += SLICE_BYTES) {
      hash.update(new Uint8Array(await file.slice(from, from + SLICE_BYTES).arrayBuffer()));
    }
    self.postMessage(bytesToHex(hash.digest()));
  } catch {
    self.postMessage(undefined);
  }
};
