import type { PendingDelivery } from './state';

/** How badly the network behaves. All of it can happen with the real Stripe; tests ask for it on purpose. */
export type ChaosPlan = {
  /** Every event is delivered twice in a round. */
  duplicate?: boolean;
  /** The order of a round's deliveries is shuffled. */
  reorder?: boolean;
  /** So many first attempts of each event are lost before they reach the store. */
  drop?: number;
  /** One in so many deliveries is held back for the next round. */
  delayOneIn?: number;
  /** The same seed gives the same chaos. */
  seed?: number;
};

export type Planned = { delivery: PendingDelivery; fate: 'send' | 'lose' | 'hold' };

/** What happens to each due delivery in this round. Pure: the random numbers come in. */
export function planRound(due: PendingDelivery[], chaos: ChaosPlan, random: () => number): Planned[] {
  const planned = due.flatMap((delivery): Planned[] => {
    if (delivery.attempts < (chaos.drop ?? 0)) return [{ delivery, fate: 'lose' }];
    if (chaos.delayOneIn && random() < 1 / chaos.delayOneIn) return [{ delivery, fate: 'hold' }];
    const one: Planned = { delivery, fate: 'send' };
    return chaos.duplicate ? [one, one] : [one];
  });
  return chaos.reorder ? shuffled(planned, random) : planned;
}

/** A small generator of repeatable random numbers (mulberry32). */
export function seededRandom(seed: number): () => number {
  let a = seed >>> 0;
  return () => {
    a = (a + 0x6d2b79f5) >>> 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

function shuffled<T>(items: T[], random: () => number): T[] {
  return items
    .map((item) => ({ item, place: random() }))
    .sort((a, b) => a.place - b.place)
    .map(({ item }) => item);
}
