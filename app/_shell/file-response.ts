/** A file that is written while it is read. */
type WrittenFile = {
  /** With its ending. */
  file: string;
  contentType: string;
  /** The next piece is written only when the reader has taken the one before. */
  chunks: AsyncGenerator<string>;
  headers?: Record<string, string>;
};

/** Streams a text as an attachment that nothing keeps. One piece is in memory, and a reader who leaves ends the writing. */
export function fileResponse({ file, contentType, chunks, headers = {} }: WrittenFile): Response {
  const encoder = new TextEncoder();
  const stream = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const chunk = await chunks.next();
        if (chunk.done) controller.close();
        else controller.enqueue(encoder.encode(chunk.value));
      },
      async cancel() {
        await chunks.return(undefined);
      },
    },
    { highWaterMark: 1 },
  );
  return new Response(stream, {
    headers: {
      'content-type': `${contentType}; charset=utf-8`,
      'content-disposition': `attachment; filename="${file}"`,
      // no-transform: compressed, the pieces would arrive in large lumps and the progress with them.
      'cache-control': 'private, no-store, no-transform',
      ...headers,
    },
  });
}
