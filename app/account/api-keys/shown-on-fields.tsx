import type { ShownOn } from './activations-path';

/** Tells an action which page its form stands on. */
export function ShownOnFields({ search, licence }: ShownOn) {
  return (
    <>
      {search === undefined ? null : <input type="hidden" name="search" value={search} />}
      {licence === undefined ? null : <input type="hidden" name="licence" value={licence} />}
    </>
  );
}
