import document from '../openapi.json';
import { AREAS } from './operation';
import { exampleOf, type Schema } from './read-schema';
import { BASE } from './router';

const FORMAT = 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json';
const CLIENT = 'client';

type Parameter = { name: string; in: string; required?: boolean; description?: string; schema: Schema };
type Written = {
  operationId: string;
  tags: string[];
  summary: string;
  description?: string;
  security?: object[];
  parameters?: Parameter[];
  requestBody?: { content: Record<string, { schema: Schema }> };
};
type Located = { path: string; method: string; written: Written };

/**
 * The OpenAPI document as a Postman collection (format 2.1) for a store: a folder for the client calls and one for each area,
 * with a value for everything that a call needs. Keys are two variables of the collection, and empty.
 */
export function writePostman(storeUrl: string): object {
  const all = locateAll();
  const folders = [CLIENT, ...AREAS].map((tag) =>
    folderOf(
      tag,
      all.filter(({ written }) => written.tags[0] === tag),
    ),
  );
  return {
    info: {
      name: document.info.title,
      description: `${document.info.description} Put a licence key or a developer key into the variables of this collection.`,
      schema: FORMAT,
    },
    variable: [
      { key: 'store', value: storeUrl },
      { key: 'licence_key', value: '' },
      { key: 'developer_key', value: '' },
    ],
    item: folders.filter(({ item }) => item.length > 0),
  };
}

function locateAll(): Located[] {
  // The compiler knows each path of the file; here it is only a text.
  const paths = document.paths as unknown as Record<string, Record<string, Written>>;
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, written]) => ({ path, method: method.toUpperCase(), written })),
  );
}

function folderOf(tag: string, located: Located[]) {
  const key = tag === CLIENT ? '{{licence_key}}' : '{{developer_key}}';
  return {
    name: tag.replaceAll('_', ' '),
    auth: { type: 'bearer', bearer: [{ key: 'token', value: key, type: 'string' }] },
    item: located.map(requestOf),
  };
}

function requestOf({ path, method, written }: Located): object {
  const { operationId, summary, description, security = [], parameters = [], requestBody } = written;
  const content = Object.entries(requestBody?.content ?? {})[0];
  const body = content && bodyOf(...content);
  const type = content ? [{ key: 'Content-Type', value: content[0] }] : [];
  return {
    name: summary.replace(/\.$/, ''),
    request: {
      method,
      // Those without an entry take the key of their folder.
      ...(security.length === 0 ? { auth: { type: 'noauth' } } : {}),
      header: [...type, ...placedIn('header', parameters).map(headerOf)],
      ...(body ? { body } : {}),
      url: urlOf(path, parameters),
      description: [operationId, description].filter(Boolean).join('\n\n'),
    },
  };
}

function bodyOf(type: string, { schema }: { schema: Schema }): object {
  if (type !== 'application/json') return { mode: 'file' };
  return { mode: 'raw', raw: JSON.stringify(exampleOf(schema), null, 2), options: { raw: { language: 'json' } } };
}

// The one header that the document names is a text of the caller's own for each request.
function headerOf({ name, required = false, description = '' }: Parameter): object {
  return { key: name, value: '{{$guid}}', disabled: !required, description };
}

function urlOf(path: string, parameters: Parameter[]): object {
  const segments = `${BASE}${path}`
    .slice(1)
    .split('/')
    .map((segment) => segment.replace(/^\{(\w+)\}$/, ':$1'));
  const query = placedIn('query', parameters).map((one) => ({ ...filledIn(one), disabled: one.required !== true }));
  const sent = query.filter(({ disabled }) => !disabled).map(({ key, value }) => `${key}=${encodeURIComponent(value)}`);
  return {
    raw: `{{store}}/${segments.join('/')}${sent.length > 0 ? `?${sent.join('&')}` : ''}`,
    host: ['{{store}}'],
    path: segments,
    ...(query.length > 0 ? { query } : {}),
    variable: placedIn('path', parameters).map(filledIn),
  };
}

function filledIn({ name, schema, description = '' }: Parameter): { key: string; value: string; description: string } {
  return { key: name, value: String(exampleOf(schema, name)), description };
}

function placedIn(place: string, parameters: Parameter[]): Parameter[] {
  return parameters.filter((one) => one.in === place);
}
