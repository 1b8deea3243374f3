/** Streams rows as one JSON list, a row a line. One page at a time is in memory, and a reader who leaves ends the reading. */
export function jsonResponse(name: string, pages: AsyncGenerator<object[]>): Response {
  const encoder = new TextEncoder();
  let [head, between] = ['[', '\n'];
  const stream = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const page = await pages.next();
        const rows = page.done ? [] : page.value;
        const lines = rows.map((row) => {
          const line = between + JSON.stringify(row);
          between = ',\n';
          return line;
        });
        controller.enqueue(encoder.encode(head + lines.join('') + (page.done ? '\n]\n' : '')));
        head = '';
        if (page.done) controller.close();
      },
      async cancel() {
        await pages.return(undefined);
      },
    },
    { highWaterMark: 1 },
  );
  return new Response(stream, {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': `attachment; filename="${name}.json"`,
      'cache-control': 'private, no-store, no-transform',
    },
  });
}
