const MOST_KINDS = 200;

/** Calls `say` unless the same was said within the pause; it is told how often that was left unsaid since. */
export type Rarely = (what: string, say: (unlogged: number) => void) => void;

/** For a log: an outage fails everything alike, and a hundred equal stack traces a second hide the one that differs. */
export function makeRarely(pauseMs: number): Rarely {
  const said = new Map<string, { at: number; unlogged: number }>();
  return (what, say) => {
    const earlier = said.get(what);
    if (earlier && performance.now() - earlier.at < pauseMs) {
      earlier.unlogged++;
      return;
    }
    if (said.size >= MOST_KINDS) said.clear();
    said.set(what, { at: performance.now(), unlogged: 0 });
    say(earlier?.unlogged ?? 0);
  };
}
