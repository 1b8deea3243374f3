import document from '../openapi.json';

/** As much of JSON Schema as the document uses. */
export type Schema = {
  $ref?: string;
  type?: string | string[];
  format?: string;
  description?: string;
  enum?: unknown[];
  const?: unknown;
  default?: unknown;
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
  additionalProperties?: Schema | boolean;
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
  pattern?: string;
};

/** One member of what is sent or answered, as the reference shows it. */
export type Member = {
  name: string;
  type: string;
  isRequired: boolean;
  note: string;
  /** What it may be: ranges, lengths, choices. */
  limits: string;
  members: Member[];
};

// The compiler knows each name of the file; a $ref is only a text.
const SCHEMAS = document.components.schemas as unknown as Record<string, Schema>;

/** The schema itself, or the one that it names. */
export function resolve(schema: Schema): Schema {
  const name = schema.$ref?.split('/').at(-1);
  return name === undefined ? schema : { ...SCHEMAS[name], ...without$ref(schema) };
}

function without$ref({ $ref, ...rest }: Schema): Schema {
  return rest;
}

/** The members of a schema, down to the last; of a list those of its items. */
export function membersOf(schema: Schema, depth = 0): Member[] {
  const { properties, items, anyOf, oneOf, allOf, required = [] } = resolve(schema);
  // Nothing in this API is deeper; a schema that names itself would be.
  if (depth > 6) return [];
  if (items) return membersOf(items, depth);
  const own = Object.entries(properties ?? {}).map(([name, one]) =>
    memberOf(name, one, required.includes(name), depth),
  );
  const others = [...(anyOf ?? []), ...(oneOf ?? []), ...(allOf ?? [])].flatMap((one) => membersOf(one, depth));
  return oncePerName([...own, ...others]);
}

/** One named part. */
export function memberOf(name: string, schema: Schema, isRequired: boolean, depth = 0): Member {
  const whole = resolve(schema);
  return {
    name,
    type: typeOf(schema),
    isRequired,
    note: whole.description ?? '',
    limits: limitsOf(whole),
    members: membersOf(schema, depth + 1),
  };
}

function oncePerName(members: Member[]): Member[] {
  return members.filter((member, i) => members.findIndex(({ name }) => name === member.name) === i);
}

function typeOf(schema: Schema): string {
  const { type, format, items, anyOf, oneOf, enum: choices, const: only } = resolve(schema);
  const several = anyOf ?? oneOf;
  if (several) return [...new Set(several.map(typeOf))].join(' or ');
  if (items) return `list of ${typeOf(items)}`;
  if (choices && type === undefined) return 'choice';
  if (only !== undefined && type === undefined) return typeof only;
  const names = (Array.isArray(type) ? type : [type ?? 'any']).map((one) => (one === 'string' ? (format ?? one) : one));
  return names.join(' or ');
}

function limitsOf(schema: Schema): string {
  const { enum: choices, const: only, default: usual, minimum, maximum, minLength, maxLength, maxItems } = schema;
  const parts: string[] = [];
  if (choices) parts.push(choices.map((one) => JSON.stringify(one)).join(', '));
  if (only !== undefined) parts.push(JSON.stringify(only));
  if (minimum !== undefined || maximum !== undefined) parts.push(rangeOf(minimum, maximum));
  if (minLength !== undefined || maxLength !== undefined) parts.push(`${rangeOf(minLength, maxLength)} characters`);
  if (maxItems !== undefined) parts.push(`at most ${maxItems}`);
  if (usual !== undefined) parts.push(`default ${JSON.stringify(usual)}`);
  return parts.join('; ');
}

function rangeOf(from: number | undefined, to: number | undefined): string {
  const isOpen = to === undefined || to >= 2_147_483_647;
  if (isOpen) return `${from ?? 0} or more`;
  return from === undefined ? `up to ${to}` : `${from}–${to}`;
}

/** A value that the schema takes, as an example: of an object what is required, and of anything the plainest. */
export function exampleOf(schema: Schema, name = ''): unknown {
  const whole = resolve(schema);
  const { enum: choices, const: only, default: usual, items, anyOf, oneOf, properties, required = [] } = whole;
  if (only !== undefined) return only;
  if (usual !== undefined) return usual;
  if (choices) return choices[0];
  const first = (anyOf ?? oneOf)?.[0];
  if (first) return exampleOf(first, name);
  if (items) return [exampleOf(items, name)];
  if (!properties) return plainExample(whole, name);
  const shown = required.length > 0 ? required : Object.keys(properties).slice(0, 2);
  return Object.fromEntries(shown.map((one) => [one, exampleOf(properties[one] ?? {}, one)]));
}

function plainExample({ type, format, minimum }: Schema, name: string): unknown {
  const [kind] = Array.isArray(type) ? type : [type];
  if (kind === 'integer' || kind === 'number') return Math.max(1, minimum ?? 1);
  if (kind === 'boolean') return true;
  if (kind === 'object') return {};
  if (format === 'date-time') return '2027-01-31T12:00:00Z';
  if (format === 'uuid') return '00000000-0000-4000-8000-000000000000';
  if (format === 'email') return 'ada@example.test';
  if (format === 'uri') return 'https://example.test/';
  return name === '' ? 'text' : name.replaceAll('_', ' ');
}
