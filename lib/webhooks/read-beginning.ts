import type { Readable } from 'node:stream';

const MOST_BYTES = 2_048;

/** The beginning of what was answered, fit to be kept and shown; the rest is not read. Never rejects. */
export async function readBeginning(answer: Readable): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of answer) {
      const bytes = Buffer.from(chunk);
      chunks.push(bytes);
      size += bytes.length;
      if (size >= MOST_BYTES) break;
    }
  } catch {
    // Broken off or too slow: the status has been told, and what came of the body is kept.
  }
  answer.destroy();
  return readable(Buffer.concat(chunks).subarray(0, MOST_BYTES).toString('utf8'));
}

// Control characters say nothing to a reader, and the database refuses one of them. What looks like a secret of ours was
// put there by a receiver that quotes what it should not have.
function readable(text: string): string {
  return text.replace(/(?![\n\t])\p{Cc}/gu, '�').replace(/\b(lk[a-z]_\w{6}|whsec_)[\w+/=-]+/g, '$1…');
}
