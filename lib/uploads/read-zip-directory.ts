import type { FileHandle } from 'node:fs/promises';

export type ZipEntry = { name: string; unpackedBytes: number; isEncrypted: boolean };

export type ZipDirectory =
  | { ok: true; entries: ZipEntry[] }
  | { ok: false; reason: 'zip_broken' | 'zip_empty' | 'zip_too_many_entries' };

/** Where the table of contents lies, and how many entries it says to have. */
type Place = { entries: number; start: number; bytes: number };

const MOST_ENTRIES = 60_000;
const MOST_DIRECTORY_BYTES = 16 * 1024 ** 2;
const BROKEN = { ok: false, reason: 'zip_broken' } as const;
// APPNOTE.TXT 4.3.7, 4.3.12, 4.3.14 to 4.3.16.
const LOCAL_HEADER = 0x04034b50;
const ENTRY = 0x02014b50;
const ENTRY_BYTES = 46;
const END = 0x06054b50;
const END_BYTES = 22;
const END_64_PLACE = 0x07064b50;
const END_64 = 0x06064b50;
const FULL_16 = 0xffff;
const FULL_32 = 0xffffffff;

/**
 * Reads the central directory of a zip. It must fill the place between the last file and the end record exactly: what can
 * be read in two ways is broken, because an unpacker may read it the other way.
 */
export async function readZipDirectory(file: FileHandle, size: number): Promise<ZipDirectory> {
  const place = await findDirectory(file, size);
  if (!place) return BROKEN;
  if (place.entries === 0) return { ok: false, reason: 'zip_empty' };
  if (place.entries > MOST_ENTRIES || place.bytes > MOST_DIRECTORY_BYTES) {
    return { ok: false, reason: 'zip_too_many_entries' };
  }
  const head = await read(file, 0, 4);
  if (head?.readUInt32LE(0) !== LOCAL_HEADER) return BROKEN;
  const table = await read(file, place.start, place.bytes);
  const entries = table && readEntries(table, place.entries);
  return entries ? { ok: true, entries } : BROKEN;
}

async function findDirectory(file: FileHandle, size: number): Promise<Place | undefined> {
  const tailBytes = Math.min(size, END_BYTES + FULL_16);
  const tail = await read(file, size - tailBytes, tailBytes);
  if (!tail) return undefined;
  for (let at = tailBytes - END_BYTES; at >= 0; at--) {
    const isEnd = tail.readUInt32LE(at) === END && at + END_BYTES + tail.readUInt16LE(at + 20) === tailBytes;
    if (isEnd) return placeOf(file, tail.subarray(at), size - tailBytes + at);
  }
  return undefined;
}

async function placeOf(file: FileHandle, end: Buffer, endAt: number): Promise<Place | undefined> {
  // Archives of many volumes have more than this one file.
  if (end.readUInt16LE(4) !== 0 && end.readUInt16LE(4) !== FULL_16) return undefined;
  const small = { entries: end.readUInt16LE(10), bytes: end.readUInt32LE(12), start: end.readUInt32LE(16) };
  const isLarge = small.entries === FULL_16 || small.bytes === FULL_32 || small.start === FULL_32;
  const large = isLarge ? await largePlace(file, endAt) : undefined;
  if (large) return large;
  return small.start + small.bytes === endAt ? small : undefined;
}

async function largePlace(file: FileHandle, endAt: number): Promise<Place | undefined> {
  const pointer = await read(file, endAt - 20, 20);
  if (pointer?.readUInt32LE(0) !== END_64_PLACE) return undefined;
  const recordAt = Number(pointer.readBigUInt64LE(8));
  const record = await read(file, recordAt, 56);
  if (record?.readUInt32LE(0) !== END_64) return undefined;
  const place = {
    entries: Number(record.readBigUInt64LE(32)),
    bytes: Number(record.readBigUInt64LE(40)),
    start: Number(record.readBigUInt64LE(48)),
  };
  return place.start + place.bytes === recordAt ? place : undefined;
}

function readEntries(table: Buffer, count: number): ZipEntry[] | undefined {
  const entries: ZipEntry[] = [];
  let at = 0;
  while (at < table.length) {
    if (at + ENTRY_BYTES > table.length || table.readUInt32LE(at) !== ENTRY) return undefined;
    const nameEnd = at + ENTRY_BYTES + table.readUInt16LE(at + 28);
    const extraEnd = nameEnd + table.readUInt16LE(at + 30);
    const next = extraEnd + table.readUInt16LE(at + 32);
    if (next > table.length) return undefined;
    const small = table.readUInt32LE(at + 24);
    const unpackedBytes = small === FULL_32 ? largeSize(table.subarray(nameEnd, extraEnd)) : small;
    if (unpackedBytes === undefined) return undefined;
    const name = table.toString('utf8', at + ENTRY_BYTES, nameEnd);
    entries.push({ name, unpackedBytes, isEncrypted: (table.readUInt16LE(at + 8) & 1) === 1 });
    at = next;
  }
  return entries.length === count ? entries : undefined;
}

/** The unpacked size is the first field of the zip64 part, when the small field is full. */
function largeSize(extra: Buffer): number | undefined {
  for (let at = 0; at + 4 <= extra.length; ) {
    const bytes = extra.readUInt16LE(at + 2);
    if (extra.readUInt16LE(at) === 1) {
      return bytes >= 8 && at + 12 <= extra.length ? Number(extra.readBigUInt64LE(at + 4)) : undefined;
    }
    at += 4 + bytes;
  }
  return undefined;
}

async function read(file: FileHandle, position: number, bytes: number): Promise<Buffer | undefined> {
  if (!Number.isSafeInteger(position) || position < 0 || bytes < 0) return undefined;
  const buffer = Buffer.alloc(bytes);
  const { bytesRead } = await file.read(buffer, 0, bytes, position);
  return bytesRead === bytes ? buffer : undefined;
}
