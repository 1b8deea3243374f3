/** The hidden fields by which every form about a version names it. */
export type NamedRelease = { productNumber: number; releaseId: string; version: string };

export function WhichRelease({ release }: { release: NamedRelease }) {
  return (
    <>
      <input type="hidden" name="release" value={release.releaseId} />
      <input type="hidden" name="number" value={String(release.productNumber)} />
    </>
  );
}
