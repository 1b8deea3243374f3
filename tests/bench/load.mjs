// The load generator, a process of its own. For each job it keeps `concurrency` connections busy for `seconds` and reports
// latencies; an answer that is not 200 or lacks `expect` is counted as wrong. Plain sockets, so that it costs little itself.
import { connect } from 'node:net';

const END = Buffer.from('\r\n\r\n');

process.on('disconnect', () => process.exit());
process.on('message', async (job) => {
  process.send?.(await run(job));
});

async function run({ port, concurrency, seconds, targets, expect, unique }) {
  const state = { next: 0, stopAt: performance.now() + seconds * 1000, latencies: [], wrong: 0, sample: '' };
  const started = performance.now();
  await Promise.all(Array.from({ length: concurrency }, () => worker({ port, targets, expect, unique, state })));
  const elapsed = (performance.now() - started) / 1000;
  const sorted = Float64Array.from(state.latencies).sort();
  const at = (q) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? 0;
  return {
    requests: sorted.length,
    perSecond: sorted.length / elapsed,
    p50: at(0.5),
    p99: at(0.99),
    wrong: state.wrong,
    sample: state.sample,
  };
}

function worker({ port, targets, expect, unique, state }) {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true });
    let sentAt = 0;
    let pending = Buffer.alloc(0);
    const send = () => {
      if (performance.now() >= state.stopAt) {
        socket.end();
        return resolve();
      }
      const n = state.next++;
      const target = targets[Math.floor(Math.random() * targets.length)];
      sentAt = performance.now();
      socket.write(
        `GET ${unique ? target.replace('INSTANCE', `${unique}-${n}`) : target} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n`,
      );
    };
    socket.on('connect', send);
    socket.on('error', reject);
    socket.on('data', (chunk) => {
      pending = pending.length === 0 ? chunk : Buffer.concat([pending, chunk]);
      const head = pending.indexOf(END);
      if (head === -1) return;
      const headers = pending.toString('latin1', 0, head);
      const length = Number(/content-length: (\d+)/i.exec(headers)?.[1] ?? 0);
      if (pending.length < head + 4 + length) return;
      state.latencies.push(performance.now() - sentAt);
      const body = pending.toString('utf8', head + 4, head + 4 + length);
      if (!headers.startsWith('HTTP/1.1 200') || !body.includes(expect)) {
        state.wrong++;
        state.sample ||= `${headers.split('\r\n', 1)[0]} ${body.slice(0, 300)}`;
      }
      pending = Buffer.alloc(0);
      send();
    });
  });
}
