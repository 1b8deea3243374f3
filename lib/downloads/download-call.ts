/** A request for a file in a neutral form, whichever door it came through. */
export type DownloadCall = {
  method: string;
  url: URL;
  /** By its lower-case name. */
  header: (name: string) => string | null;
  /** The caller's address as far as configured proxies are believed. */
  address: string;
};

/** A file on its way: `done` must follow, also when not all or nothing of it was taken. */
export type FileStream = {
  /** Call it once. A chunk is good until the next one is asked for. */
  read: () => AsyncIterable<Uint8Array>;
  done: () => void;
};

/** The answer: a file as a stream, a page as text, or only a head. */
export type DownloadAnswer = {
  status: number;
  headers: Record<string, string>;
  body: FileStream | string | undefined;
};
