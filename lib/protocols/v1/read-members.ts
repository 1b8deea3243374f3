import type { Exchange } from '../exchange';
import type { V1Refusal } from './refusal';

export type Members = Record<string, unknown>;
export type ReadMembersResult = { ok: true; members: Members } | { ok: false; refusal: V1Refusal };

/** The members of a call: of its JSON body when it is a POST, else of its query. Never of both. */
export function readMembers(exchange: Exchange): ReadMembersResult {
  return exchange.method === 'POST' ? readBody(exchange) : readQuery(exchange.query);
}

function readBody({ contentType, body }: Exchange): ReadMembersResult {
  if (!isJson(contentType)) return { ok: false, refusal: { reason: 'unsupported_media_type' } };
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    return fault('body', 'is not JSON');
  }
  return isMembers(value) ? { ok: true, members: value } : fault('body', 'is not a JSON object');
}

function isJson(contentType: string): boolean {
  const [type = '', ...parameters] = contentType.toLowerCase().split(';');
  if (type.trim() !== 'application/json') return false;
  const charset = parameters.map((parameter) => parameter.trim()).find((parameter) => parameter.startsWith('charset='));
  return charset === undefined || /^charset="?utf-?8"?$/.test(charset);
}

function isMembers(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function readQuery(query: string): ReadMembersResult {
  const members: Members = Object.create(null);
  for (const [name, value] of new URLSearchParams(query)) {
    // Which of two is meant nobody can know. A name that no call has is ignored, however often.
    members[name] = name in members ? [members[name], value] : value;
  }
  return { ok: true, members };
}

function fault(field: string, problem: string): ReadMembersResult {
  return { ok: false, refusal: { reason: 'invalid_request', errors: [{ field, problem }] } };
}
