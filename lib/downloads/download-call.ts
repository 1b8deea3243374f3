import type { Readable } from 'node:stream';

/** A request for a file in a neutral form, whichever door it came through. */
export type DownloadCall = {
  method: string;
  url: URL;
  /** By its lower-case name. */
  header: (name: string) => string | null;
  /** The caller's address as far as configured proxies are believed. */
  address: string;
};

/** The answer: a file as a stream, a page as text, or only a head. */
export type DownloadAnswer = {
  status: number;
  headers: Record<string, string>;
  body: Readable | string | undefined;
};
