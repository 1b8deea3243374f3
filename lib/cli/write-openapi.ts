import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import openapiTypescript, { astToString } from 'openapi-typescript';
import { writeOpenApi } from '../protocols/v1/manage/openapi';

const DOCUMENT = path.resolve('lib/protocols/v1/openapi.json');
const TYPES = path.resolve('lib/sdk/api-types.ts');
// A member with a default may be left out of a request.
const OPTIONS = { defaultNonNullable: false };
const HEAD = '// Written by `npm run openapi` from lib/protocols/v1/openapi.json. Never by hand.\n\n';

/**
 * `npm run openapi`: writes the OpenAPI document and the types of the client. With `--check` it writes nothing and fails when
 * one of them is not what the schemas say.
 */
export async function main(args: readonly string[]): Promise<number> {
  const document = writeOpenApi();
  const types = HEAD + astToString(await openapiTypescript(document, OPTIONS));
  const files = [
    { file: DOCUMENT, text: document },
    { file: TYPES, text: types },
  ];
  if (!args.includes('--check')) {
    for (const { file, text } of files) await writeFile(file, text);
    return 0;
  }
  const stale: string[] = [];
  for (const { file, text } of files) {
    if ((await readFile(file, 'utf8').catch(() => '')) !== text) stale.push(path.relative('.', file));
  }
  if (stale.length > 0) console.error(`Not what the schemas say: ${stale.join(', ')}. Run npm run openapi.`);
  return stale.length > 0 ? 1 : 0;
}
