/** One client call as the hot statements take it: one of `product` and `title` is set, or neither for every product. */
export type CallColumns = { digest: Buffer; product: number | null; title: string | null; instance: string };

/** The columns of many calls, as the arrays that `unnest` joins again. */
export function columnsOf(calls: CallColumns[]): [Buffer[], (number | null)[], (string | null)[], string[]] {
  return [
    calls.map((call) => call.digest),
    calls.map((call) => call.product),
    calls.map((call) => call.title),
    calls.map((call) => call.instance),
  ];
}
