import { OpenAPIRegistry, OpenApiGeneratorV31, type RouteConfig } from '@asteasolutions/zod-to-openapi';
import { z } from 'zod';
import { CLIENT_PATHS, type ClientPath } from '../client-schemas';
import type { Operation } from './operation';
import { OPERATIONS } from './operations';
import { PROBLEMS } from './problems';
import type { ManageRefusal } from './refusal';
import { BASE } from './router';

type Responses = RouteConfig['responses'];
type Body = NonNullable<NonNullable<RouteConfig['request']>['body']>;

const KEYED = [{ bearer: [] }, { apiKey: [] }, { pair: [] }];

const problem = z
  .object({
    type: z.string().describe('A page that explains the code.'),
    title: z.string(),
    status: z.int(),
    detail: z.string().describe('What happened and what to do.'),
    code: z.string(),
    request_id: z.string().describe('Names this one refusal, as the header X-Request-Id does.'),
    errors: z.array(z.object({ field: z.string(), problem: z.string() })).optional(),
    retry_after: z
      .int()
      .optional()
      .describe('Seconds until another try is worth while, as the header Retry-After says.'),
  })
  .meta({ id: 'Problem', description: 'A refusal (RFC 9457).' });

const clientProblem = problem
  .extend({
    reason: z.string().describe('The same as code.'),
    limit: z.int().optional().describe('With limit_reached: places of all that the key opens for the product.'),
    used: z.int().optional().describe('With limit_reached: how many of them are taken.'),
  })
  .meta({ id: 'ClientProblem', description: 'A refusal of a client call (RFC 9457).' });

const REFUSED = { 'application/problem+json': { schema: problem } };

/**
 * The OpenAPI 3.1 document of `/api/v1`, from the schemas with which the store reads and the tests check. It names no store:
 * its server is relative, so the committed file is true of each.
 */
export function writeOpenApi(operations: readonly Operation[] = OPERATIONS): string {
  const registry = new OpenAPIRegistry();
  registry.registerComponent('securitySchemes', 'bearer', { type: 'http', scheme: 'bearer' });
  registry.registerComponent('securitySchemes', 'apiKey', { type: 'apiKey', in: 'header', name: 'X-API-Key' });
  registry.registerComponent('securitySchemes', 'pair', { type: 'http', scheme: 'basic' });
  registry.registerComponent('responses', 'Refused', {
    description:
      'A refusal that any call may meet: the key, its access, the limits, or a request that is not understood.',
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  });
  for (const operation of operations) registry.registerPath(routeOf(operation));
  for (const path of CLIENT_PATHS) for (const method of path.methods) registry.registerPath(clientRoute(path, method));
  const document = new OpenApiGeneratorV31(registry.definitions).generateDocument({
    openapi: '3.1.0',
    info: {
      title: 'Latchkey',
      version: '1',
      description: 'Client calls with a licence key, and the management API with a developer key.',
    },
    servers: [{ url: BASE }],
  });
  return `${JSON.stringify(document, null, 2)}\n`;
}

function routeOf(operation: Operation): RouteConfig {
  const { id, area, summary, description, pathSchema, querySchema } = operation;
  const body = bodyOf(operation);
  return {
    operationId: id,
    method: methodOf(operation),
    path: operation.path,
    tags: [area],
    summary,
    ...(description === undefined ? {} : { description }),
    security: operation.audience === 'public' ? [] : KEYED,
    request: {
      ...(pathSchema ? { params: pathSchema } : {}),
      ...(querySchema ? { query: querySchema } : {}),
      ...(body ? { body } : {}),
      ...(operation.idempotency ? { headers: idempotencyHeader(operation.idempotency) } : {}),
    },
    responses: { ...successOf(operation), ...refusalsOf(operation) },
    'x-access': operation.access,
    'x-audience': operation.audience,
  };
}

const METHODS = { GET: 'get', POST: 'post', PUT: 'put', PATCH: 'patch', DELETE: 'delete' } as const;

function methodOf({ method }: Operation): (typeof METHODS)[keyof typeof METHODS] {
  return METHODS[method];
}

function idempotencyHeader(wanted: 'taken' | 'demanded') {
  const key = z.string().min(1).max(255).describe('The same text with the same request is carried out once.');
  return z.object({ 'Idempotency-Key': wanted === 'demanded' ? key : key.optional() });
}

function bodyOf({ bodySchema, upload, takesForm }: Operation): Body | undefined {
  if (upload) {
    const file = z.string().meta({ format: 'binary', description: `At most ${upload.maxBytes} bytes.` });
    return { required: true, content: { 'application/octet-stream': { schema: file } } };
  }
  if (!bodySchema) return undefined;
  const form = takesForm ? { 'application/x-www-form-urlencoded': { schema: bodySchema } } : {};
  const isRequired = !bodySchema.safeParse({}).success;
  return { required: isRequired, content: { 'application/json': { schema: bodySchema }, ...form } };
}

function successOf(operation: Operation): Responses {
  const { answerSchema, answersFile, summary } = operation;
  const status = operation.success ?? 200;
  if (answersFile !== undefined) {
    const schema = z.string().meta({ format: 'binary' });
    return { [status]: { description: summary, content: { [answersFile]: { schema } } } };
  }
  if (!answerSchema) return { [status]: { description: summary } };
  return { [status]: { description: summary, content: { 'application/json': { schema: answerSchema } } } };
}

/** Refusals of this operation's own by their status; those that any call may meet are `default`. */
function refusalsOf(operation: Operation): Responses {
  const codes = new Map<number, string[]>();
  for (const reason of reasonsOf(operation)) {
    const { status } = PROBLEMS[reason];
    codes.set(status, [...(codes.get(status) ?? []), reason]);
  }
  const responses: Responses = { default: { $ref: '#/components/responses/Refused' } };
  for (const [status, reasons] of [...codes].sort(([a], [b]) => a - b)) {
    responses[status] = { description: reasons.join(', '), content: REFUSED };
  }
  return responses;
}

function reasonsOf(operation: Operation): Set<ManageRefusal['reason']> {
  const { pathSchema, idempotency } = operation;
  const reasons = new Set<ManageRefusal['reason']>(operation.refusals);
  if (pathSchema) reasons.add('not_found');
  if (idempotency === 'demanded') reasons.add('idempotency_key_missing');
  if (idempotency && operation.showsSecret) reasons.add('answer_withheld');
  if (idempotency && !operation.isRepeatable) reasons.add('outcome_unknown');
  return reasons;
}

function clientRoute(client: ClientPath, method: 'get' | 'post'): RouteConfig {
  const { path, summary, asks, answers, status } = client;
  const content = { 'application/json': { schema: answers } };
  return {
    operationId: `client.${path.slice(1)}${method === 'get' ? '' : '_post'}`,
    method,
    path,
    tags: ['client'],
    summary,
    description: 'A client call: the key is a licence key.',
    security: [{ bearer: [] }],
    request:
      method === 'get'
        ? { query: asks }
        : { body: { required: true, content: { 'application/json': { schema: asks } } } },
    responses: {
      [status]: { description: summary, content },
      ...(status === 201 ? { 200: { description: 'It held its place already.', content } } : {}),
      default: { description: 'A refusal.', content: { 'application/problem+json': { schema: clientProblem } } },
    },
    'x-access': method === 'get' ? 'read' : 'write',
    'x-audience': 'licence',
  };
}
