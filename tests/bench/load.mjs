// The load generator, a process of its own. For each job it keeps `concurrency` connections busy for `seconds` and reports
// latencies; an answer that is not 200 or lacks `expect` is counted as wrong. Plain sockets, so that it costs little itself.
import { connect } from 'node:net';

const OK = Buffer.from('HTTP/1.1 200 ');
const LENGTH = Buffer.from('ontent-length: ');
const LINE = 13;
const HEAD_END = Buffer.from('\r\n\r\n');

// Where the answer that begins this buffer is complete, or undefined while its head is not. Bytes, not texts: cheap.
function endOfAnswer(bytes) {
  const head = bytes.indexOf(HEAD_END);
  if (head === -1) return undefined;
  let length = 0;
  let at = bytes.indexOf(LENGTH);
  if (at !== -1 && at < head) for (at += LENGTH.length; bytes[at] !== LINE; at++) length = length * 10 + bytes[at] - 48;
  return head + HEAD_END.length + length;
}

process.on('disconnect', () => process.exit());
process.on('message', async (job) => {
  process.send?.(await run(job));
});

async function run({ port, concurrency, seconds, targets, heads, expect, unique }) {
  const state = { next: 0, stopAt: performance.now() + seconds * 1000, latencies: [], wrong: 0, sample: '' };
  const started = performance.now();
  await Promise.all(Array.from({ length: concurrency }, () => worker({ port, targets, heads, expect, unique, state })));
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

function worker({ port, targets, heads, expect, unique, state }) {
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
      const i = Math.floor(Math.random() * targets.length);
      const target = targets[i];
      sentAt = performance.now();
      socket.write(
        `GET ${unique ? target.replace('INSTANCE', `${unique}-${n}`) : target} HTTP/1.1\r\nHost: 127.0.0.1\r\n${heads?.[i] ?? ''}\r\n`,
      );
    };
    socket.on('connect', send);
    socket.on('error', reject);
    socket.on('data', (chunk) => {
      pending = pending.length === 0 ? chunk : Buffer.concat([pending, chunk]);
      const end = endOfAnswer(pending);
      if (end === undefined || pending.length < end) return;
      state.latencies.push(performance.now() - sentAt);
      if (pending.indexOf(OK) !== 0 || pending.indexOf(expect) === -1) {
        state.wrong++;
        state.sample ||= pending.toString('utf8', 0, 600);
      }
      pending = Buffer.alloc(0);
      send();
    });
  });
}
