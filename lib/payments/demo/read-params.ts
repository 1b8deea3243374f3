import type Stripe from 'stripe';
import { z } from 'zod';
import { invalid } from './stripe-error';

type Params = { [name: string]: ParamValue };
type ParamValue = string | ParamValue[] | Params;

/**
 * A strict schema whose names must exist in the SDK's own parameter type `P`: a parameter that Stripe renames or drops
 * fails `tsc`. Use as `paramsOf<Stripe.RefundCreateParams>()({ amount: … })`.
 */
export function paramsOf<P>() {
  return <S extends { [name: string]: z.ZodType }>(shape: S & Record<Exclude<keyof S, keyof P>, never>) =>
    z.strictObject<S>(shape);
}

export const integer = z
  .string()
  .regex(/^-?\d{1,12}$/)
  .transform(Number);
export const boolean = z.enum(['true', 'false']).transform((text) => text === 'true');
/** What every list accepts. */
export const pageParams = { limit: integer.optional(), starting_after: z.string().optional() };
export const metadata = z
  .record(z.string().max(40), z.string().max(500))
  .refine((entries) => Object.keys(entries).length <= 50, 'You can have at most 50 metadata keys.');
export const recurring = z.strictObject({
  interval: z.enum(['day', 'week', 'month', 'year']),
  interval_count: integer.pipe(z.number().min(1).max(36)).default(1),
});
/** How a price is meant: with its tax, or without. */
export const taxBehavior = z.enum(['exclusive', 'inclusive', 'unspecified']);
/** A recurring price that a call describes instead of naming it; both places of Stripe's API have the same form. */
export const priceData = paramsOf<Stripe.SubscriptionUpdateParams.Item.PriceData>()({
  currency: z.string().regex(/^[a-z]{3}$/),
  product: z.string(),
  recurring,
  tax_behavior: taxBehavior.optional(),
  unit_amount: integer.pipe(z.number().min(0).max(99_999_999)),
});
export const expand = z.array(z.string());

/** Reads `a[b][0][c]=d` into nested values, then checks them; refusals name the parameter as Stripe does. */
export function readParams<T>(schema: z.ZodType<T>, encoded: URLSearchParams): T {
  const parsed = schema.safeParse(nested(encoded));
  if (parsed.success) return parsed.data;
  // An unknown name explains a missing one, so it is told first.
  const { issues } = parsed.error;
  const issue = issues.find(({ code }) => code === 'unrecognized_keys') ?? issues[0];
  if (!issue) throw invalid('Invalid request');
  if (issue.code === 'unrecognized_keys') {
    const param = paramName([...issue.path, issue.keys[0] ?? '']);
    throw invalid(`Received unknown parameter: ${param}`, param, 'parameter_unknown');
  }
  const param = paramName(issue.path);
  const isMissing = ![...encoded.keys()].some((name) => name === param || name.startsWith(`${param}[`));
  if (isMissing) {
    throw invalid(`Missing required param: ${param}.`, param, 'parameter_missing');
  }
  throw invalid(`Invalid ${param}: ${issue.message}`, param, 'parameter_invalid');
}

function paramName(path: PropertyKey[]): string {
  return path.map((part, index) => (index === 0 ? String(part) : `[${String(part)}]`)).join('');
}

function nested(encoded: URLSearchParams): Params {
  const root: Params = Object.create(null);
  for (const [name, value] of encoded) {
    const parts = name.split('[').map((part) => part.replace(/\]$/, ''));
    place(root, parts, value);
  }
  return lists(root);
}

function place(root: Params, parts: string[], value: string): void {
  let at = root;
  for (const [index, part] of parts.entries()) {
    const name = part === '' ? String(Object.keys(at).length) : part;
    if (index === parts.length - 1) {
      at[name] = value;
      return;
    }
    const inner = at[name];
    at = at[name] = inner && typeof inner === 'object' && !Array.isArray(inner) ? inner : Object.create(null);
  }
}

/** `{0: …, 1: …}` means a list. */
function lists(params: Params): Params {
  const result: Params = {};
  for (const [name, value] of Object.entries(params)) {
    result[name] = typeof value === 'object' && !Array.isArray(value) ? listOrObject(lists(value)) : value;
  }
  return result;
}

function listOrObject(params: Params): ParamValue {
  const names = Object.keys(params);
  return names.length > 0 && names.every((name, index) => name === String(index)) ? Object.values(params) : params;
}
