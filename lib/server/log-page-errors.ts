import { AsyncLocalStorage } from 'node:async_hooks';
import { stripVTControlCharacters } from 'node:util';
import { log } from './log';
import { makeRarely } from './make-rarely';

type Asked = { method: string | undefined; path: string; logged: Set<Error> };
type Level = 'error' | 'warn';
type Said = { name: string | undefined; text: string; error: Error | undefined; facts: object };

export type PageLog = {
  /** Whatever is said while `answer` runs names this request. */
  during: <T>(request: { method?: string | undefined; url?: string | undefined }, answer: () => T) => T;
  /** Gives the console back. */
  stop: () => void;
};

const AGAIN_MS = 1_000;
// Node says its warnings on console.error, during whatever request met them first.
const NODES_WARNING = /^\(node:\d+\) /;
const NAME = /^[a-z_]+(\.[a-z_]+)+$/;

/**
 * Everything that pages and routes say on `console.error` and `console.warn` goes to the process's log, once for each
 * request and thing; Next reports there what failed, and nowhere else without a file at the top of the tree (ADR 0117).
 */
export function logPageErrors(): PageLog {
  const asked = new AsyncLocalStorage<Asked>();
  const rarely = makeRarely(AGAIN_MS);
  const { error: formerError, warn: formerWarn } = console;

  const record = (level: Level, { name, text, error, facts }: Said): void => {
    const request = asked.getStore();
    if (error && request?.logged.has(error)) return;
    if (error) request?.logged.add(error);
    const where = request && { method: request.method, path: request.path };
    const line = { ...facts, ...where, ...(text === '' ? {} : { said: text }), ...(error ? { err: error } : {}) };
    const fallback = request ? 'pages.request.failed' : 'pages.failed';
    const called = name ?? (level === 'error' ? fallback : 'pages.warning');
    const what = [called, text, error?.name, error?.message, JSON.stringify(facts)].join('\n');
    rarely(what, (unlogged) => log()[level]({ ...line, unlogged }, called));
  };
  console.error = (...parts: unknown[]) => {
    const said = take(parts);
    record(NODES_WARNING.test(said.text) ? 'warn' : 'error', said);
  };
  console.warn = (...parts: unknown[]) => record('warn', take(parts));

  return {
    during: ({ method, url }, answer) => asked.run({ method, path: pathOf(url ?? '/'), logged: new Set() }, answer),
    stop: () => Object.assign(console, { error: formerError, warn: formerWarn }),
  };
}

/** A word such as `stripe_webhook.failed` names the line, an error is its cause, objects are its facts, all else is text. */
function take(parts: unknown[]): Said {
  const error = parts.find((part) => part instanceof Error);
  const words = parts
    .filter((part) => typeof part !== 'object')
    .map((part) => stripVTControlCharacters(String(part)).trim());
  const name = words.find((word) => NAME.test(word));
  const text = words.filter((word) => word !== name && word !== '⨯' && word !== '⚠').join(' ');
  const objects = parts.filter(isPlain);
  return { name, text, error, facts: Object.assign({}, ...objects) };
}

/** Without its query, and without what in a path opens something: the token of a link. */
function pathOf(url: string): string {
  const [path = '/'] = url.split('?', 1);
  return path.replace(/[^/]{20,}/g, (part) => (/^[a-z-]+$/.test(part) ? part : '…'));
}

/** A request or an answer is an object too, and holds what no log should. */
function isPlain(part: unknown): boolean {
  return typeof part === 'object' && part !== null && Object.getPrototypeOf(part) === Object.prototype;
}
