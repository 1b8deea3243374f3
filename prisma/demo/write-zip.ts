import { crc32 } from 'node:zlib';

export type ZipEntry = { name: string; content: string };

// 1 January 2026, 00:00, in the two 16-bit fields of MS-DOS: a fixed day makes the same content the same bytes.
const DOS_TIME = 0;
const DOS_DATE = ((2026 - 1980) << 9) | (1 << 5) | 1;
const VERSION = 20;
const UTF8_NAMES = 0x0800;
const REGULAR_FILE = (0o100644 << 16) >>> 0;
const MADE_ON_UNIX = 3 << 8;

/**
 * A zip archive of small text files, stored uncompressed in the given order. The same entries give the same bytes on every
 * machine and Node version, so the archive's SHA-256 can be known beforehand. Names use forward slashes.
 */
export function writeZip(entries: ZipEntry[]): Buffer {
  const locals: Buffer[] = [];
  const centrals: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const name = Buffer.from(entry.name, 'utf8');
    const content = Buffer.from(entry.content, 'utf8');
    const shared = sharedFields(name, content);
    const local = Buffer.concat([uint32(0x04034b50), shared, name, content]);
    centrals.push(centralRecord(shared, name, offset));
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(centrals);
  return Buffer.concat([...locals, directory, endRecord(entries.length, directory.length, offset)]);
}

/** The fields that a local header and its central record have in common, from "version needed" to "extra length". */
function sharedFields(name: Buffer, content: Buffer): Buffer {
  return Buffer.concat([
    uint16(VERSION),
    uint16(UTF8_NAMES),
    uint16(0),
    uint16(DOS_TIME),
    uint16(DOS_DATE),
    uint32(crc32(content)),
    uint32(content.length),
    uint32(content.length),
    uint16(name.length),
    uint16(0),
  ]);
}

function centralRecord(shared: Buffer, name: Buffer, offset: number): Buffer {
  return Buffer.concat([
    uint32(0x02014b50),
    uint16(MADE_ON_UNIX | VERSION),
    shared,
    uint16(0), // comment
    uint16(0), // disk
    uint16(0), // internal attributes
    uint32(REGULAR_FILE),
    uint32(offset),
    name,
  ]);
}

function endRecord(count: number, directorySize: number, directoryOffset: number): Buffer {
  return Buffer.concat([
    uint32(0x06054b50),
    uint16(0),
    uint16(0),
    uint16(count),
    uint16(count),
    uint32(directorySize),
    uint32(directoryOffset),
    uint16(0),
  ]);
}

function uint16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
