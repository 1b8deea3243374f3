/** One filter of a list: a parameter of the address and the values it may have. */
export type ListFilter = {
  name: string;
  /** "State". */
  label: string;
  /** The choice that does not narrow: "Any state". */
  any: string;
  /** Empty: it is not offered, only shown as a chip once a link has set it. */
  options: { value: string; label: string }[];
  /** How the present value is called when it is not among the options. */
  shown?: string;
};

/** A filter's value in words. */
export function valueText(filter: ListFilter, value: string): string {
  return filter.options.find((option) => option.value === value)?.label ?? filter.shown ?? value;
}
