/** How many deliveries may run at once; those of one endpoint follow each other. */
export const LANES = 4;

/** The outbox kind of an endpoint's deliveries: a receiver that is slow holds up its own lane, and no mail. */
export function kindOfLane(lane: number): string {
  return `webhook.${lane}`;
}

/** The lane of an endpoint, for good. */
export function laneOf(endpointId: string): number {
  // A uuid is random in its first digits.
  return Number.parseInt(endpointId.slice(0, 8), 16) % LANES;
}
