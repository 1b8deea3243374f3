/** A value as PHP's unserialize() would see it, with its kinds kept apart. */
export type PhpRead =
  | null
  | boolean
  | string
  | { int: string }
  | { float: string }
  | { array: [PhpRead, PhpRead][] }
  | { class: string; members: [PhpRead, PhpRead][] };

/** Reads one serialized value as strictly as PHP: every length in bytes, every delimiter, nothing left over. */
export function readPhp(serialized: string): PhpRead {
  const bytes = Buffer.from(serialized);
  let at = 0;

  const until = (mark: string): string => {
    const end = bytes.indexOf(mark, at);
    if (end === -1) throw new Error(`No ${mark} after byte ${at}`);
    const text = bytes.toString('utf8', at, end);
    at = end + mark.length;
    return text;
  };
  const expectNext = (mark: string): void => {
    if (bytes.toString('utf8', at, at + mark.length) !== mark) throw new Error(`Expected ${mark} at byte ${at}`);
    at += mark.length;
  };
  const counted = (): string => {
    const length = Number(until(':'));
    expectNext('"');
    const text = bytes.toString('utf8', at, at + length);
    at += length;
    expectNext('"');
    return text;
  };
  const pairs = (): [PhpRead, PhpRead][] => {
    const count = Number(until(':'));
    expectNext('{');
    const list = Array.from({ length: count }, (): [PhpRead, PhpRead] => [value(), value()]);
    expectNext('}');
    return list;
  };
  const value = (): PhpRead => {
    const kind = bytes.toString('latin1', at, at + 2);
    at += 2;
    if (kind === 'N;') return null;
    if (kind === 'b:') return until(';') === '1';
    if (kind === 'i:') return { int: until(';') };
    if (kind === 'd:') return { float: until(';') };
    if (kind === 'a:') return { array: pairs() };
    if (kind === 's:') {
      const text = counted();
      expectNext(';');
      return text;
    }
    if (kind !== 'O:') throw new Error(`Unknown kind ${kind} at byte ${at}`);
    const name = counted();
    expectNext(':');
    return { class: name, members: pairs() };
  };

  const read = value();
  if (at !== bytes.length) throw new Error(`${bytes.length - at} bytes left over`);
  return read;
}
