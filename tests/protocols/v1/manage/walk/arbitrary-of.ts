import fc from 'fast-check';
import { resolve, type Schema } from '@/lib/protocols/v1/manage/read-schema';

/** Values that really are in the store, so that some generated calls meet something. */
export type Known = { numbers: number[]; ids: string[]; texts: string[] };

const LARGEST_NUMBER = 2_147_483_647;
const LONGEST_TEXT = 80;
const INSTANTS = { min: new Date('1970-01-01T00:00:00Z'), max: new Date('2200-01-01T00:00:00Z'), noInvalidDate: true };

/** Generates values that a schema of the document takes, as far as it can be said by a generator. */
export function arbitraryOf(schema: Schema, known: Known, depth = 0): fc.Arbitrary<unknown> {
  const whole = resolve(schema);
  const { enum: choices, const: only, anyOf, oneOf, allOf, type } = whole;
  if (only !== undefined) return fc.constant(only);
  if (choices) return fc.constantFrom(...choices);
  const several = anyOf ?? oneOf;
  if (several) return fc.oneof(...several.map((one) => arbitraryOf(one, known, depth)));
  if (allOf) return fc.tuple(...allOf.map((one) => arbitraryOf(one, known, depth))).map(merged);
  const kinds = Array.isArray(type) ? type : [type ?? 'any'];
  return fc.oneof(...kinds.map((kind) => ofKind(kind, whole, known, depth)));
}

function merged(parts: unknown[]): unknown {
  return Object.assign({}, ...parts);
}

function ofKind(kind: string, schema: Schema, known: Known, depth: number): fc.Arbitrary<unknown> {
  switch (kind) {
    case 'null':
      return fc.constant(null);
    case 'boolean':
      return fc.boolean();
    case 'integer':
    case 'number':
      return ofNumber(schema, known);
    case 'string':
      return ofText(schema, known);
    case 'array':
      return fc.array(arbitraryOf(schema.items ?? {}, known, depth + 1), {
        minLength: schema.minItems ?? 0,
        maxLength: Math.min(schema.maxItems ?? 4, Math.max(4, schema.minItems ?? 0)),
      });
    case 'object':
      return ofObject(schema, known, depth);
    default:
      return fc.jsonValue({ maxDepth: 2 });
  }
}

function ofNumber({ minimum = 0, maximum = LARGEST_NUMBER }: Schema, { numbers }: Known): fc.Arbitrary<number> {
  const range = { min: minimum, max: Math.min(maximum, LARGEST_NUMBER) };
  const fitting = numbers.filter((one) => one >= range.min && one <= range.max);
  const any = fc.integer(range);
  return fitting.length > 0 ? fc.oneof(any, fc.constantFrom(...fitting)) : any;
}

function ofText(schema: Schema, { ids, texts }: Known): fc.Arbitrary<string> {
  const { format, minLength = 0, maxLength = LONGEST_TEXT } = schema;
  if (format === 'uuid') return fc.oneof(fc.constantFrom(...ids), fc.uuid());
  if (format === 'date-time') return fc.date(INSTANTS).map((at) => at.toISOString());
  if (format === 'date') return fc.date(INSTANTS).map((at) => at.toISOString().slice(0, 10));
  const longest = Math.max(minLength, Math.min(maxLength, LONGEST_TEXT));
  const free = fc.string({ unit: 'grapheme', minLength, maxLength: longest }).map((text) => text.slice(0, longest));
  const fitting = [...texts, ...ids].filter(({ length }) => length >= minLength && length <= maxLength);
  return fitting.length > 0 ? fc.oneof(free, fc.constantFrom(...fitting)) : free;
}

function ofObject(schema: Schema, known: Known, depth: number): fc.Arbitrary<unknown> {
  const { properties, required = [], additionalProperties } = schema;
  if (!properties) {
    const values = typeof additionalProperties === 'object' ? additionalProperties : {};
    return fc.dictionary(fc.string({ maxLength: 12 }), arbitraryOf(values, known, depth + 1), { maxKeys: 3 });
  }
  const model = Object.fromEntries(
    Object.entries(properties).map(([name, one]) => [name, arbitraryOf(one, known, depth + 1)]),
  );
  // With every member at once something would nearly always be refused, and never the rest be seen.
  const plain = Object.fromEntries(required.flatMap((name) => (model[name] ? [[name, model[name]]] : [])));
  return fc.oneof(fc.record(plain), fc.record(model, { requiredKeys: required }));
}
