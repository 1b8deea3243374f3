// Contender (a): bare node:http that answers fixed JSON. What a plain Node server can do at all on this machine.
import { createServer } from 'node:http';

const answers = JSON.parse(process.env.ANSWERS ?? '{}');
process.on('disconnect', () => process.exit());
createServer((request, response) => {
  const verb = /wc_am_action=(\w+)/.exec(request.url ?? '')?.[1] ?? 'status';
  const body = answers[verb];
  response.writeHead(200, {
    'content-type': 'application/json; charset=UTF-8',
    'content-length': Buffer.byteLength(body),
  });
  response.end(body);
}).listen(Number(process.env.PORT), '127.0.0.1', () => process.send?.('ready'));
