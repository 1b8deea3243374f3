import { randomUUID } from 'node:crypto';

/** A new name for one call, as an answer tells it and a log keeps it. */
export function newRequestId(): string {
  return `req_${randomUUID().replaceAll('-', '')}`;
}

/** The request id that a typed text is; undefined for every other text. */
export function readRequestId(text: string): string | undefined {
  return /^req_[0-9a-f]{32}$/i.test(text) ? text.toLowerCase() : undefined;
}
