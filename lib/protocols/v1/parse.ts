import { z } from 'zod';
import type { ProductAsked } from '../../licensing/client-call';
import type { Exchange } from '../exchange';
import type { V1Verb } from './endpoint';
import { readKey } from './read-key';
import { type Members, readMembers } from './read-members';
import type { V1Refusal } from './refusal';
import { faultOf } from './texts';

type AboutProduct = {
  key: string;
  product: ProductAsked;
  /** The product as it was sent. */
  requested: string;
  instance: string;
  version: string;
};

/** A call in our words. */
export type V1Call =
  | (AboutProduct & { verb: 'activate'; label: string })
  | (AboutProduct & { verb: 'deactivate' })
  | (AboutProduct & { verb: 'status' })
  /** Without a key it asks what everybody may know; without an instance there is no licence to speak of. */
  | (AboutProduct & { verb: 'updates' })
  | { verb: 'products'; key: string };

/** What could be read of a call; empty where it sent nothing, or nothing that is a text or a number. */
export type V1Sent = { key: string; requested: string; instance: string; version: string };

export type ParseResult = { ok: true; call: V1Call } | { ok: false; refusal: V1Refusal; sent: V1Sent };

const LONGEST_TEXT = 190;
const LONGEST_VERSION = 20;
const LARGEST_NUMBER = 2_147_483_647;

const text = (atMost: number) =>
  z.string('must be a text').superRefine((value, context) => {
    const problem = faultOf(value, atMost);
    if (problem !== undefined) context.addIssue(problem);
  });
const required = text(LONGEST_TEXT).min(1, 'must not be empty');
const versionUsed = text(LONGEST_VERSION).default('');
// By number, or by the title that software of 2013 to 2018 knows. A number beyond the column's range is nobody's.
const product = z.union([z.number().int().min(0), required], 'must be a whole number or a text');

// Members that a call does not know are ignored, so that newer software can speak with an older store.
const aboutInstance = z.object({ product, instance: required, version: versionUsed });
const schemas = {
  activate: aboutInstance.extend({ label: text(LONGEST_TEXT).default('') }),
  deactivate: aboutInstance,
  status: aboutInstance,
  updates: aboutInstance.extend({ instance: text(LONGEST_TEXT).default('') }),
};

/** Turns a request into a call. Nothing here knows a database. */
export function parse(verb: V1Verb, exchange: Exchange): ParseResult {
  const read = readMembers(exchange);
  const members = read.ok ? read.members : {};
  const found = readKey(exchange, members);
  const refuse = (refusal: V1Refusal): ParseResult => {
    return { ok: false, refusal, sent: sentOf(found.ok ? found.key : '', members) };
  };
  if (!read.ok) return refuse(read.refusal);
  if (Object.hasOwn(members, 'key') && typeof members.key !== 'string') return refuse(faulty([keyFault()]));
  if (!found.ok) return refuse({ reason: found.reason });
  const { key } = found;
  if (key === '' && verb !== 'updates') return refuse({ reason: 'key_missing' });
  if (verb === 'products') return { ok: true, call: { verb, key } };
  const about = aboutProduct(verb, key, members);
  return about.ok ? about : refuse(about.refusal);
}

type AboutResult = { ok: true; call: V1Call } | { ok: false; refusal: V1Refusal };

function aboutProduct(verb: Exclude<V1Verb, 'products'>, key: string, members: Members): AboutResult {
  const parsed = schemas[verb].safeParse(members);
  if (!parsed.success) return { ok: false, refusal: faulty(parsed.error.issues) };
  const { data } = parsed;
  const requested = String(data.product);
  const { instance, version } = data;
  const facts = { key, product: productAsked(requested), requested, instance, version };
  if (verb !== 'activate') return { ok: true, call: { ...facts, verb } };
  return {
    ok: true,
    call: { ...facts, verb, label: 'label' in data && typeof data.label === 'string' ? data.label : '' },
  };
}

function productAsked(requested: string): ProductAsked {
  if (!/^\d+$/.test(requested)) return { title: requested };
  const number = Number(requested);
  return { number: number <= LARGEST_NUMBER ? number : 0 };
}

function keyFault() {
  return { path: ['key'], message: 'must be a text' };
}

function faulty(issues: { path: PropertyKey[]; message: string }[]): V1Refusal {
  const errors = issues.map((issue) => ({ field: String(issue.path[0] ?? 'body'), problem: issue.message }));
  return { reason: 'invalid_request', errors };
}

function sentOf(key: string, members: Members): V1Sent {
  const { product, instance, version } = members;
  return { key, requested: textOf(product), instance: textOf(instance), version: textOf(version) };
}

// Also of a form that a call must not have: whoever looks for the fault wants to see it.
function textOf(member: unknown): string {
  return typeof member === 'string' || typeof member === 'number' ? String(member).slice(0, LONGEST_TEXT) : '';
}
