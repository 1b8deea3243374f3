import pino, { type Logger } from 'pino';
import { env } from '../env';
import { withoutKeys } from '../secrets/without-keys';

let logger: Logger | undefined;

/** The process's log, one JSON line a fact. Names end in what happened: `http.request.failed`. */
export function log(): Logger {
  logger ??= pino({
    level: env().logLevel,
    base: null,
    redact: {
      paths: ['password', 'token', 'secret', 'key', '*.password', '*.token', '*.secret', '*.key'],
      censor: '…',
    },
    hooks: { streamWrite: withoutSecrets },
  });
  return logger;
}

/**
 * A text without what opens something: licence keys, Stripe's keys and secrets, and passwords inside URLs keep only what
 * lets a person recognise them.
 */
export function withoutSecrets(text: string): string {
  return withoutKeys(text)
    .replace(/\b((?:sk|rk)_(?:test|live)_|whsec_)\w{4,}/g, '$1…')
    .replace(/(\/\/[^\s:@/]+):[^\s@/]+@/g, '$1:…@')
    .replace(/([?&](?:api_key|email|token)=)[^\s&"\\]+/g, '$1…');
}
