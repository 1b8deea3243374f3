import { Readable } from 'node:stream';
import { expect } from 'vitest';
import type { ManageExchange } from '@/lib/protocols/v1/manage/exchange';
import { handle } from '@/lib/protocols/v1/manage/handle';
import { OPERATIONS } from '@/lib/protocols/v1/manage/operations';
import type { ManageAnswer } from '@/lib/protocols/v1/manage/present';
import { routerOf } from '@/lib/protocols/v1/manage/router';
import { reportCallErrors } from '@/lib/request-log/note-call';

type CallFacts = {
  headers?: Record<string, string>;
  address?: string;
  isPrivate?: boolean;
};

/** An answer as a caller gets it. */
export type Answered = {
  status: number;
  headers: Record<string, string>;
  text: string;
  /** Of the type that `Response.json()` has: what is expected of it stands in the test. */
  json: Awaited<ReturnType<Response['json']>>;
};

const route = routerOf(OPERATIONS);

/**
 * Calls the management API as a client does: `manageCall(key, 'GET', '/whoami')`, the path below `/api/v1` with its query.
 * A body is sent as JSON, a Buffer as the bytes of a file. An answer that went well must be what its schema says, whole and
 * nothing beside; trouble inside is printed.
 */
export async function manageCall(
  key: string | undefined,
  method: string,
  pathAndQuery: string,
  body?: unknown,
  facts: CallFacts = {},
): Promise<Answered> {
  reportCallErrors((error) => console.error(error));
  const [path = '', query = ''] = pathAndQuery.split('?', 2);
  const answer = await handle(exchangeOf(key, { method, path: `/api/v1${path}`, query, body, ...facts }));
  const answered = await readAnswer(answer);
  if (method !== 'HEAD') expectSchema(method, `/api/v1${path}`, answered);
  return answered;
}

type Wish = CallFacts & { method: string; path: string; query: string; body: unknown };

/** A call as a door hands it over. */
export function exchangeOf(key: string | undefined, wish: Wish): ManageExchange {
  const { method, path, query, body, address = '203.0.113.7', isPrivate = true } = wish;
  const isFile = body instanceof Buffer;
  const headers: Record<string, string> = {
    ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
    'content-type': isFile ? 'application/octet-stream' : 'application/json',
    ...wish.headers,
  };
  const text = body === undefined || isFile ? '' : typeof body === 'string' ? body : JSON.stringify(body);
  return {
    method,
    path,
    query,
    contentType: headers['content-type'] ?? '',
    address,
    userAgent: 'tests/1.0',
    isPrivate,
    header: (name) => headers[name] ?? '',
    readBody: async (atMost) => (Buffer.byteLength(text) > atMost ? undefined : text),
    stream: () => Readable.from(isFile ? [body] : [Buffer.from(text)]),
  };
}

async function readAnswer({ status, headers, body }: ManageAnswer): Promise<Answered> {
  const text = typeof body === 'string' ? body : Buffer.concat(await body.toArray()).toString('utf8');
  const isJson = /json/.test(headers['content-type'] ?? '') && text !== '';
  return { status, headers, text, json: isJson ? JSON.parse(text) : undefined };
}

function expectSchema(method: string, path: string, { status, json, headers }: Answered): void {
  const routed = route(method, path);
  if (!routed.ok || status >= 300) return;
  const { answerSchema, answersFile, id } = routed.operation;
  if (answersFile !== undefined || !headers['content-type']?.includes('json')) return;
  if (!answerSchema) throw new Error(`${id} answers a body and has no schema for it`);
  expect(answerSchema.parse(json), `${id} answers more or other than its schema says`).toEqual(json);
}
