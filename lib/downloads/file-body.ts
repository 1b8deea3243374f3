import { randomUUID } from 'node:crypto';
import type { FilePart } from '../storage/stored-file';

/** What is sent of a file: the whole, a part, or several parts in one body. */
export type FileBody = { status: 200 | 206; headers: Record<string, string>; read: () => AsyncIterable<Uint8Array> };

type File = { sizeBytes: number; read: (part?: FilePart) => AsyncIterable<Uint8Array> };

/** The body for the parts that were asked for, none meaning the whole, with the headers that describe it. */
export function fileBody(file: File, parts: FilePart[], contentType: string): FileBody {
  const [part, ...more] = parts;
  if (!part) {
    const headers = { 'Content-Type': contentType, 'Content-Length': String(file.sizeBytes) };
    return { status: 200, headers, read: () => file.read() };
  }
  if (more.length > 0) return severalParts(file, parts, contentType);
  return {
    status: 206,
    headers: {
      'Content-Type': contentType,
      'Content-Length': String(lengthOf(part)),
      'Content-Range': rangeOf(part, file.sizeBytes),
    },
    read: () => file.read(part),
  };
}

/** `multipart/byteranges` (RFC 9110 14.6): each part behind a head of its own. */
function severalParts(file: File, parts: FilePart[], contentType: string): FileBody {
  const boundary = `part-${randomUUID()}`;
  const heads = parts.map(
    (part) =>
      `\r\n--${boundary}\r\nContent-Type: ${contentType}\r\nContent-Range: ${rangeOf(part, file.sizeBytes)}\r\n\r\n`,
  );
  const end = `\r\n--${boundary}--\r\n`;
  const length = parts.reduce((sum, part) => sum + lengthOf(part), heads.join('').length + end.length);
  async function* pieces() {
    for (const [i, part] of parts.entries()) {
      yield Buffer.from(heads[i] ?? '');
      yield* file.read(part);
    }
    yield Buffer.from(end);
  }
  return {
    status: 206,
    headers: { 'Content-Type': `multipart/byteranges; boundary=${boundary}`, 'Content-Length': String(length) },
    read: pieces,
  };
}

function lengthOf({ first, last }: FilePart): number {
  return last - first + 1;
}

function rangeOf({ first, last }: FilePart, size: number): string {
  return `bytes ${first}-${last}/${size}`;
}
