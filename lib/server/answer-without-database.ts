import type { IncomingMessage, ServerResponse } from 'node:http';
import { readHealth } from '../health/read-health';
import { PLAIN_PAGE, plainPage } from '../plain-page';

const title = 'The store cannot answer right now';
const READ = plainPage({ title, text: 'Please reload this page in a minute.' });
const SENT = plainPage({
  title,
  text: 'Please look in a minute whether what you sent has arrived, before you send it once more.',
});

/**
 * Answers in the place of a fault whose cause is the database: 503, which asks to come back. False, and nothing is answered,
 * when the database is well and the fault is one of ours.
 */
export async function answerWithoutDatabase(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
  const { checks } = await readHealth();
  if (checks.database || response.headersSent) return false;
  const isRead = request.method === 'GET' || request.method === 'HEAD';
  response
    .writeHead(503, { ...PLAIN_PAGE, 'cache-control': 'no-store', 'retry-after': '10' })
    .end(isRead ? READ : SENT);
  return true;
}
