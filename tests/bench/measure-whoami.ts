import type { Contender } from './contenders';
import type { Job, Sample } from './measure';
import { median } from './measure';

const PATH = '/api/v1/whoami';
const EXPECTED = '"kind":"secret"';
const CONCURRENCY = 16;

type Load = { run: (job: Job, target: Contender) => Promise<Sample> };
type Wish = { load: Load; keys: string[]; seconds: number; warmUp: number; rounds: number };

/** One real answer, which the bare server then sends. */
export async function sampleWhoami(store: Contender, keys: string[]): Promise<string> {
  const headers = { authorization: `Bearer ${keys[0]}` };
  const response = await fetch(`http://127.0.0.1:${store.port}${PATH}`, { headers });
  const text = await response.text();
  if (!response.ok || !text.includes(EXPECTED)) throw new Error(`whoami answered ${response.status}: ${text}`);
  return text;
}

/** The guard of the management API and its cheapest operation, in turns with the bare server. */
export async function measureWhoami([store, bare]: [Contender, Contender], wish: Wish): Promise<[Sample, Sample]> {
  const { load, keys, seconds, warmUp, rounds } = wish;
  const heads = keys.map((key) => `Authorization: Bearer ${key}\r\n`);
  const targets = keys.map(() => PATH);
  const run = (target: Contender, time: number) =>
    load.run(
      { port: target.port, concurrency: CONCURRENCY, seconds: time, targets, heads, expect: EXPECTED, unique: '' },
      target,
    );
  for (const target of [store, bare]) await run(target, warmUp);
  const samples: [Sample[], Sample[]] = [[], []];
  for (let round = 0; round < rounds; round++) {
    samples[0].push(await run(store, seconds));
    samples[1].push(await run(bare, seconds));
  }
  return [median(samples[0]), median(samples[1])];
}
