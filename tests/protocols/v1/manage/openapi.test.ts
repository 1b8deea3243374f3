import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { writeOpenApi } from '@/lib/protocols/v1/manage/openapi';
import { OPERATIONS } from '@/lib/protocols/v1/manage/operations';
import { useDatabase } from '../../../support/database';
import { manageCall } from '../../../support/manage-calls';

useDatabase();

test('the committed OpenAPI document is what the schemas say', async () => {
  const committed = await readFile('lib/protocols/v1/openapi.json', 'utf8');
  expect(committed === writeOpenApi(), 'run npm run openapi').toBe(true);
});

test('every operation is in the document once, under its id', () => {
  const document = JSON.parse(writeOpenApi()) as { paths: Record<string, Record<string, { operationId?: string }>> };
  const written = Object.values(document.paths).flatMap((path) => Object.values(path).map((one) => one.operationId));
  expect(new Set(written).size).toBe(written.length);
  expect(written.filter((id) => !id?.startsWith('client.')).sort()).toEqual(OPERATIONS.map(({ id }) => id).sort());
});

test('the document is served to anybody, and not again to who has it', async () => {
  const first = await manageCall(undefined, 'GET', '/openapi.json');
  expect(first.status).toBe(200);
  expect(first.json.openapi).toBe('3.1.0');
  const headers = { 'if-none-match': first.headers.etag ?? '' };
  const second = await manageCall(undefined, 'GET', '/openapi.json', undefined, { headers });
  expect([second.status, second.text]).toEqual([304, '']);
});
