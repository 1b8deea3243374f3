import type { FilePart } from '../storage/stored-file';

/** Which bytes of a file an HTTP Range asks for. */
export type ByteRange = { kind: 'whole' } | { kind: 'parts'; parts: FilePart[] } | { kind: 'unsatisfiable' };

/** More pieces than any reader of files needs are an attempt to make work. */
const MOST_PARTS = 8;

/**
 * Reads a Range header for a file of `size` bytes (RFC 9110 14.1.2 and 14.2). Parts beyond the end are left out. Other
 * units, malformed headers, and many, overlapping or disordered parts are answered with the whole file, as the RFC allows
 * (14.2, 17.15).
 */
export function byteRange(header: string | null, size: number): ByteRange {
  const list = /^bytes=(.{1,400})$/.exec(header ?? '')?.[1]?.split(',') ?? [];
  if (list.length === 0 || list.length > MOST_PARTS) return { kind: 'whole' };
  const parts: FilePart[] = [];
  for (const text of list) {
    const part = partOf(text.trim(), size);
    if (part === 'malformed') return { kind: 'whole' };
    if (part !== 'outside') parts.push(part);
  }
  if (parts.length === 0) return { kind: 'unsatisfiable' };
  const isOrderly = parts.every((part, i) => part.first > (parts[i - 1]?.last ?? -1));
  return isOrderly ? { kind: 'parts', parts } : { kind: 'whole' };
}

function partOf(text: string, size: number): FilePart | 'malformed' | 'outside' {
  const [, from, to] = /^(\d{0,15})-(\d{0,15})$/.exec(text) ?? [];
  if (from === undefined || to === undefined || (from === '' && to === '')) return 'malformed';
  if (from === '') {
    const length = Number(to);
    return length === 0 || size === 0 ? 'outside' : { first: Math.max(0, size - length), last: size - 1 };
  }
  const first = Number(from);
  if (to !== '' && Number(to) < first) return 'malformed';
  return first < size ? { first, last: to === '' ? size - 1 : Math.min(Number(to), size - 1) } : 'outside';
}
