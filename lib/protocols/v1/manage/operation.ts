import type { Readable } from 'node:stream';
import type { z } from 'zod';
import type { Caller } from '../../../access-keys/caller';
import type { ManageRefusal } from './refusal';

/** Groups of operations, as Configure Access and the reference show them. */
export const AREAS = [
  'account',
  'keys',
  'usage',
  'orders',
  'licences',
  'activations',
  'downloads',
  'exports',
  'products',
  'releases',
  'associated_keys',
  'customers',
  'webhooks',
  'settings',
  'logs',
  'reports',
] as const;
export type Area = (typeof AREAS)[number];

/** One admitted call, its parts parsed by the operation's own schemas. */
export type ManageCall<Path, Query, Body> = {
  caller: Caller;
  path: Path;
  query: Query;
  body: Body;
  at: Date;
  address: string;
  requestId: string;
  /** A uuid, the same for every try under one Idempotency-Key of the calling key; absent without one. */
  idempotencyId?: string;
  /** Any header by its lower-case name; empty when it was not sent. */
  header: (name: string) => string;
  /** The body as it was sent, for those who must check a signature over it. */
  rawBody: string;
  /** The raw body of an operation that declares `upload`; nobody has read it yet. */
  upload: Readable | undefined;
  /** Every operation of this store: an operation that imported the registry would import itself. */
  catalogue: readonly Operation[];
};

/** A call of an operation that needs no key. */
export type PublicCall<Path, Query, Body> = Omit<ManageCall<Path, Query, Body>, 'caller'>;

/** What an operation answers. A body is checked against the operation's schema in tests, not in the running store. */
export type ManageReply<Body> =
  | { ok: true; body: Body; status?: 200 | 201 | 202; location?: string; etag?: string }
  | { ok: true; status: 204 }
  | { ok: true; status: 200; file: { name: string; contentType: string; stream: Readable } }
  | { ok: false; refusal: ManageRefusal };

type OperationFacts = {
  /** Stable id, `area.verb`: what Configure Access, the audit and the OpenAPI document call it. Never renamed. */
  id: `${string}.${string}`;
  area: Area;
  /** `write` changes something. */
  access: 'read' | 'write';
  /** Who may have it at all: anybody without a key, every owner for their own things, or admins only. */
  audience: 'public' | 'owner' | 'admin';
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Below /api/v1, with parameters in braces: `/orders/{number}`. */
  path: `/${string}`;
  /** One sentence in the imperative. */
  summary: string;
  description?: string;
  /** Reasons beyond those that every operation has (key, access, limits, request not understood). */
  refusals: readonly ManageRefusal['reason'][];
  /** Whether an Idempotency-Key is taken (any POST that makes something) or demanded. */
  idempotency?: 'taken' | 'demanded';
  /** A second try under the same `idempotencyId` does nothing twice; without it an unknown outcome is said to be unknown. */
  isRepeatable?: true;
  /** The body is a file of this many bytes at most, sent as application/octet-stream. */
  upload?: { maxBytes: number };
  /** The body may also come as application/x-www-form-urlencoded, as OAuth wants it. */
  takesForm?: true;
  /** The answer shows a secret: under an Idempotency-Key it is told again for ten minutes only. */
  showsSecret?: true;
  /** The answer is a file of this content type instead of JSON. */
  answersFile?: string;
  /** The status of success when it is not 200. */
  success?: 201 | 202 | 204;
};

/** An operation with its types forgotten, as the router holds it. */
export type Operation = OperationFacts & {
  pathSchema: z.ZodObject | undefined;
  querySchema: z.ZodObject | undefined;
  bodySchema: z.ZodType | undefined;
  answerSchema: z.ZodType | undefined;
  handle: (call: AnyCall) => Promise<ManageReply<unknown>>;
};

/** What the router hands over; without a caller only to public operations. */
export type AnyCall = PublicCall<unknown, unknown, unknown> & { caller: Caller | undefined };

type Parsed<Schema> = Schema extends z.ZodType ? z.output<Schema> : undefined;

type Replied<Answer> = Promise<ManageReply<Answer extends z.ZodType ? z.input<Answer> : undefined>>;

type Schemas<Path, Query, Body, Answer> = {
  pathSchema?: Path;
  querySchema?: Query;
  bodySchema?: Body;
  answerSchema?: Answer;
};

type OperationSpec<Path, Query, Body, Answer> = OperationFacts &
  Schemas<Path, Query, Body, Answer> & {
    audience: 'owner' | 'admin';
    handle: (call: ManageCall<Parsed<Path>, Parsed<Query>, Parsed<Body>>) => Replied<Answer>;
  };

type PublicSpec<Path, Query, Body, Answer> = Omit<OperationFacts, 'audience'> &
  Schemas<Path, Query, Body, Answer> & {
    handle: (call: PublicCall<Parsed<Path>, Parsed<Query>, Parsed<Body>>) => Replied<Answer>;
  };

/**
 * Declares one operation of the management API. Its schemas are the only source of what is accepted, of the OpenAPI
 * document, of the typed client and of the reference.
 */
export function operation<
  Path extends z.ZodObject | undefined = undefined,
  Query extends z.ZodObject | undefined = undefined,
  Body extends z.ZodType | undefined = undefined,
  Answer extends z.ZodType | undefined = undefined,
>(spec: OperationSpec<Path, Query, Body, Answer>): Operation {
  const { pathSchema, querySchema, bodySchema, answerSchema, handle, ...facts } = spec;
  return {
    ...facts,
    pathSchema,
    querySchema,
    bodySchema,
    answerSchema,
    // The router parses with exactly these schemas, and calls without a caller only what is public.
    handle: handle as unknown as Operation['handle'],
  };
}

/** Declares an operation that anybody may call: no key is asked for, and one that is sent is not looked at. */
export function publicOperation<
  Path extends z.ZodObject | undefined = undefined,
  Query extends z.ZodObject | undefined = undefined,
  Body extends z.ZodType | undefined = undefined,
  Answer extends z.ZodType | undefined = undefined,
>(spec: PublicSpec<Path, Query, Body, Answer>): Operation {
  const { pathSchema, querySchema, bodySchema, answerSchema, handle, ...facts } = spec;
  return {
    ...facts,
    audience: 'public',
    pathSchema,
    querySchema,
    bodySchema,
    answerSchema,
    // The router parses with exactly these schemas before it calls.
    handle: handle as unknown as Operation['handle'],
  };
}
