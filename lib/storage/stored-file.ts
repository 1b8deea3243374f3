/** Where a file lies and what it is; the columns of an artifact. */
export type StoredFile = {
  source: 'local' | 's3';
  location: string;
  sizeBytes: number;
  /** Lower-case hex of the whole content. */
  sha256: string;
};

/** A part of a file by its first and last byte, both included. */
export type FilePart = { first: number; last: number };
