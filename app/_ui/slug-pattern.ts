/** The cuts and tints of a product's cover, the same for the same slug on every machine. */
export type SlugPattern = { cuts: number[]; tint: number };

const PINS = 7;
const DEPTHS = 5;

/** Seven cuts of depth 0 to 4, no two neighbours alike (a real key avoids that too), and one of `tints` tints. */
export function slugPattern(slug: string, tints: number): SlugPattern {
  let state = fnv1a(slug);
  const next = (below: number) => {
    // xorshift32: small, and the same everywhere.
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
  const tint = next(tints);
  const cuts: number[] = [];
  while (cuts.length < PINS) {
    const depth = next(DEPTHS);
    if (depth !== cuts.at(-1)) cuts.push(depth);
  }
  return { cuts, tint };
}

function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193);
  return hash === 0 ? 1 : hash;
}
