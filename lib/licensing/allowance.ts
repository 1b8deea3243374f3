/** Places bought, taken and left, over all live resources that a key opens for a product. */
export type Allowance = {
  /** Null = unlimited: at least one of the resources has no limit. */
  limit: number | null;
  used: number;
  /** Never below 0; Infinity when unlimited. */
  remaining: number;
};

/** The allowance of one resource, or of several added up. */
export function allowanceOf(resource: { activationLimit: number | null; activationCount: number }): Allowance {
  const { activationLimit: limit, activationCount: used } = resource;
  return { limit, used, remaining: limit === null ? Number.POSITIVE_INFINITY : Math.max(0, limit - used) };
}
