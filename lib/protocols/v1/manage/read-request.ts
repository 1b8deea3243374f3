import type { z } from 'zod';
import type { ManageExchange } from './exchange';
import type { Operation } from './operation';
import type { FieldFault, ManageRefusal } from './refusal';

/** The parts of a call as the operation's schemas understood them. */
export type ReadParts = { path: unknown; query: unknown; body: unknown; rawBody: string };
export type ReadResult = { ok: true; parts: ReadParts } | { ok: false; refusal: ManageRefusal };

/** The largest body of an operation that takes no file, in bytes. */
export const LARGEST_BODY = 1024 * 1024;

const NOTHING: ReadResult = { ok: true, parts: { path: undefined, query: undefined, body: undefined, rawBody: '' } };

/** Understands a request by the schemas of its operation. Members that it does not know are ignored. */
export async function readRequest(
  operation: Operation,
  exchange: ManageExchange,
  path: Record<string, string>,
): Promise<ReadResult> {
  const { pathSchema, querySchema, bodySchema } = operation;
  if (!pathSchema && !querySchema && !bodySchema) return NOTHING;
  const inPath = parse(pathSchema, path);
  // An address that cannot be one is nobody's.
  if (!inPath.ok) return { ok: false, refusal: { reason: 'not_found' } };
  const inQuery = parse(querySchema, querySchema && membersOf(exchange.query));
  if (!inQuery.ok) return faulty(inQuery.errors);
  const sent = bodySchema ? await readBody(operation, exchange) : NO_BODY;
  if (!sent.ok) return sent;
  const inBody = parse(bodySchema, sent.value);
  if (!inBody.ok) return faulty(inBody.errors);
  return {
    ok: true,
    parts: { path: inPath.value, query: inQuery.value, body: inBody.value, rawBody: sent.rawBody },
  };
}

type Sent = { ok: true; value: unknown; rawBody: string } | { ok: false; refusal: ManageRefusal };
const NO_BODY: Sent = { ok: true, value: undefined, rawBody: '' };

async function readBody(operation: Operation, exchange: ManageExchange): Promise<Sent> {
  const rawBody = await exchange.readBody(LARGEST_BODY);
  if (rawBody === undefined) return { ok: false, refusal: { reason: 'too_large' } };
  if (rawBody === '') return { ok: true, value: {}, rawBody };
  if (operation.takesForm && isType(exchange.contentType, 'application/x-www-form-urlencoded')) {
    return { ok: true, value: membersOf(rawBody), rawBody };
  }
  if (!isType(exchange.contentType, 'application/json')) {
    return { ok: false, refusal: { reason: 'unsupported_media_type' } };
  }
  try {
    return { ok: true, value: JSON.parse(rawBody), rawBody };
  } catch {
    return faulty([{ field: 'body', problem: 'is not JSON' }]);
  }
}

function isType(header: string, wanted: string): boolean {
  const [type = '', ...parameters] = header.toLowerCase().split(';');
  if (type.trim() !== wanted) return false;
  const charset = parameters.map((parameter) => parameter.trim()).find((parameter) => parameter.startsWith('charset='));
  return charset === undefined || /^charset="?utf-?8"?$/.test(charset);
}

function membersOf(text: string): Record<string, unknown> {
  const members: Record<string, unknown> = Object.create(null);
  for (const [name, value] of new URLSearchParams(text)) {
    const known = members[name];
    if (known === undefined) members[name] = value;
    else members[name] = Array.isArray(known) ? [...known, value] : [known, value];
  }
  return members;
}

type Parsed = { ok: true; value: unknown } | { ok: false; errors: FieldFault[] };

function parse(schema: z.ZodType | undefined, value: unknown): Parsed {
  if (!schema) return { ok: true, value: undefined };
  const parsed = schema.safeParse(value);
  if (!parsed.success) {
    const errors = parsed.error.issues.map(({ path, message }) => ({ field: fieldOf(path), problem: message }));
    return { ok: false, errors };
  }
  const unfit = unfitText(parsed.data, []);
  return unfit ? { ok: false, errors: [unfit] } : { ok: true, value: parsed.data };
}

function fieldOf(path: readonly PropertyKey[]): string {
  return path.length === 0 ? 'body' : path.map(String).join('.');
}

// PostgreSQL holds neither, and would answer with an error that is not the caller's language.
function unfitText(value: unknown, path: string[]): FieldFault | undefined {
  if (typeof value === 'string') {
    if (value.includes('\0')) return { field: fieldOf(path), problem: 'holds a NUL character' };
    return value.isWellFormed() ? undefined : { field: fieldOf(path), problem: 'is not valid Unicode' };
  }
  if (typeof value !== 'object' || value === null || value instanceof Date) return undefined;
  for (const [name, member] of Object.entries(value)) {
    const unfit = unfitText(name, path) ?? unfitText(member, [...path, name]);
    if (unfit) return unfit;
  }
  return undefined;
}

function faulty(errors: FieldFault[]): { ok: false; refusal: ManageRefusal } {
  return { ok: false, refusal: { reason: 'invalid_request', errors } };
}
