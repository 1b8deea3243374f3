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
  /** The raw body of an operation that declares `upload`; nobody has read it yet. */
  upload: Readable | undefined;
};

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
  /** The body is a file of this many bytes at most, sent as application/octet-stream. */
  upload?: { maxBytes: number };
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
  handle: (call: ManageCall<unknown, unknown, unknown>) => Promise<ManageReply<unknown>>;
};

type Parsed<Schema> = Schema extends z.ZodType ? z.output<Schema> : undefined;

type OperationSpec<
  Path extends z.ZodObject | undefined,
  Query extends z.ZodObject | undefined,
  Body extends z.ZodType | undefined,
  Answer extends z.ZodType | undefined,
> = OperationFacts & {
  pathSchema?: Path;
  querySchema?: Query;
  bodySchema?: Body;
  answerSchema?: Answer;
  handle: (
    call: ManageCall<Parsed<Path>, Parsed<Query>, Parsed<Body>>,
  ) => Promise<ManageReply<Answer extends z.ZodType ? z.input<Answer> : undefined>>;
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
    // The router parses with exactly these schemas before it calls, so the handler gets what its types say.
    handle: handle as Operation['handle'],
  };
}
