import { fileResponse } from '../../../../_shell/file-response';

/** Streams rows as one JSON list, a row a line. One page at a time is in memory, and a reader who leaves ends the reading. */
export function jsonResponse(name: string, pages: AsyncGenerator<object[]>): Response {
  return fileResponse({ file: `${name}.json`, contentType: 'application/json', chunks: listText(pages) });
}

async function* listText(pages: AsyncGenerator<object[]>): AsyncGenerator<string> {
  let before = '[\n';
  for await (const page of pages) {
    if (page.length === 0) continue;
    yield before + page.map((row) => JSON.stringify(row)).join(',\n');
    before = ',\n';
  }
  yield before === ',\n' ? '\n]\n' : '[\n]\n';
}
