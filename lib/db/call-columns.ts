import type { HotStatement } from './ask-hot';

/** One client call as the hot statements take it: one of `product` and `title` is set, or neither for every product. */
export type CallColumns = { digest: Buffer; product: number | null; title: string | null; instance: string };

/** What an activation says beside its key, product and instance. */
export type ActivationColumns = CallColumns & { label: string; version: string; address: string; requested: string };

/** The columns of many calls, as the arrays that `unnest` joins again. */
export function columnsOf(calls: CallColumns[]): [Buffer[], (number | null)[], (string | null)[], string[]] {
  return [
    calls.map((call) => call.digest),
    calls.map((call) => call.product),
    calls.map((call) => call.title),
    calls.map((call) => call.instance),
  ];
}

/** The columns of many activations, as the arrays that `unnest` joins again. */
export function activationColumnsOf(calls: ActivationColumns[]): unknown[] {
  return [
    ...columnsOf(calls),
    calls.map((call) => call.label),
    calls.map((call) => call.version),
    calls.map((call) => call.address),
    calls.map((call) => call.requested),
  ];
}

const LIST = `unnest($1::bytea[], $2::int[], $3::text[], $4::text[]) WITH ORDINALITY AS c(digest, product, title, instance, n)`;
const ALONE = `(SELECT $1::bytea AS digest, $2::int AS product, $3::text AS title, $4::text AS instance, 1 AS n) c`;

/**
 * One question in two statements: for a list, and for a call that is alone, whose values the planner then sees as parameters
 * instead of rows of unknown number; it costs a sixth less. `write` puts the calls, a row source named `c` with `n` counted
 * from 1, into its FROM. The values of the first four parameters come with it.
 */
export function askOfCalls(name: string, write: (calls: string) => string): (calls: CallColumns[]) => HotStatement {
  const [list, alone] = [write(LIST), write(ALONE)];
  return (calls) => {
    const [only] = calls;
    if (calls.length !== 1 || !only) return { name, text: list, values: columnsOf(calls) };
    return { name: `${name}_alone`, text: alone, values: [only.digest, only.product, only.title, only.instance] };
  };
}
