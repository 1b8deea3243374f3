import document from '../openapi.json';
import type { Operation } from './operation';
import { PROBLEMS } from './problems';
import { exampleOf, type Member, memberOf, membersOf, type Schema } from './read-schema';
import { BASE } from './router';

/** How the body of a request is sent. */
export type BodyKind = 'json' | 'form' | 'file' | 'none';

/** An operation as its page of the reference tells it. */
export type DescribedOperation = {
  id: string;
  area: string;
  access: 'read' | 'write';
  audience: 'public' | 'owner' | 'admin';
  method: Operation['method'];
  /** With its parameters in braces, below /api/v1. */
  path: string;
  summary: string;
  description: string;
  idempotency: 'taken' | 'demanded' | 'none';
  inPath: Member[];
  inQuery: Member[];
  bodyKind: BodyKind;
  body: Member[];
  /** Indented JSON. */
  bodyExample: string;
  status: number;
  /** The content type of the answer; empty when it has none. */
  answerType: string;
  answer: Member[];
  refusals: { code: string; status: number; title: string }[];
};

type Parameter = { name: string; in: string; required?: boolean; schema: Schema };
type Content = Record<string, { schema: Schema }>;
type Written = {
  operationId: string;
  parameters?: Parameter[];
  requestBody?: { content: Content };
  responses: Record<string, { content?: Content }>;
};

/** What the document says of an operation; its page, its samples and its form are made of this. */
export function describeOperation(operation: Operation): DescribedOperation | undefined {
  const written = writtenAt(operation);
  if (!written) return undefined;
  const { parameters = [], requestBody, responses } = written;
  const bodyKind = bodyKindOf(operation);
  const bodySchema = requestBody?.content['application/json']?.schema;
  const status = operation.success ?? 200;
  const [answerType = '', answer] = Object.entries(responses[status]?.content ?? {})[0] ?? [];
  return {
    id: operation.id,
    area: operation.area,
    access: operation.access,
    audience: operation.audience,
    method: operation.method,
    path: `${BASE}${operation.path}`,
    summary: operation.summary,
    description: operation.description ?? '',
    idempotency: operation.idempotency ?? 'none',
    inPath: parametersIn('path', parameters),
    inQuery: parametersIn('query', parameters),
    bodyKind,
    body: bodySchema ? membersOf(bodySchema) : [],
    bodyExample: bodySchema ? JSON.stringify(exampleOf(bodySchema), null, 2) : '',
    status,
    answerType,
    answer: answer && operation.answersFile === undefined ? membersOf(answer.schema) : [],
    refusals: operation.refusals.map((code) => ({ code, status: PROBLEMS[code].status, title: PROBLEMS[code].title })),
  };
}

function writtenAt({ path, method }: Operation): Written | undefined {
  // The compiler knows each path of the file; here it is only a text.
  const paths = document.paths as unknown as Record<string, Record<string, Written>>;
  return paths[path]?.[method.toLowerCase()];
}

function bodyKindOf({ upload, bodySchema, takesForm }: Operation): BodyKind {
  if (upload) return 'file';
  if (!bodySchema) return 'none';
  return takesForm ? 'form' : 'json';
}

function parametersIn(place: string, parameters: Parameter[]): Member[] {
  return parameters
    .filter((one) => one.in === place)
    .map((one) => memberOf(one.name, one.schema, one.required === true));
}
