import { POST } from '@/app/api/stripe/webhook/route';

/** What the network does with the deliveries that are about one of two subscriptions. */
export type BadNetwork = {
  receive(request: Request): Promise<Response>;
  /** From now on, deliveries that carry this text, or while `isBad`, go astray. */
  worsen(facts: { carries: string }): void;
  setBad(isBad: boolean): void;
  /** Some of what is held arrives: shuffled, and every third twice. */
  release(share: number): Promise<void>;
  lost(): number;
};

/** Takes what is sent, and hands it over late, shuffled, twice, or (one in `loseOneIn`) never. 0 = nothing is lost. */
export function badNetwork(random: () => number, loseOneIn: number): BadNetwork {
  let held: Request[] = [];
  let [carries, isBad, lost] = ['no customer yet', false, 0];
  return {
    async receive(request) {
      const body = await request.clone().text();
      if (!isBad && !body.includes(carries)) return POST(request);
      if (loseOneIn > 0 && random() < 1 / loseOneIn) lost += 1;
      else held.push(request);
      return new Response('{}');
    },
    worsen: (facts) => {
      carries = facts.carries;
    },
    setBad: (bad) => {
      isBad = bad;
    },
    async release(share) {
      const chosen = held.filter(() => random() < share);
      held = held.filter((request) => !chosen.includes(request));
      const shuffled = chosen
        .flatMap((request) => (random() < 1 / 3 ? [request, request] : [request]))
        .map((request) => ({ request, place: random() }))
        .sort((a, b) => a.place - b.place);
      for (const { request } of shuffled) {
        const answer = await POST(request.clone());
        if (!answer.ok) held.push(request);
      }
    },
    lost: () => lost,
  };
}
