import { keyGroups } from './key-groups';

/** A key in mono that breaks only between groups of four. The gaps are drawn, so copying by hand copies no spaces. */
export function KeyText({ value }: { value: string }) {
  let start = 0;
  const groups = keyGroups(value).map((letters) => {
    const group = { start, letters };
    start += letters.length;
    return group;
  });
  return groups.map((group) => (
    <span key={group.start}>
      <span className="me-[0.35em] whitespace-nowrap">{group.letters}</span>
      <wbr />
    </span>
  ));
}
