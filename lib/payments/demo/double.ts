import type { DoubleState } from './state';
import type { DoubleEventType, EventObject } from './wire';

/** Waited for before a request is answered. */
export type Pace = (request: Request) => Promise<void>;

/** What every part of the double works with. */
export type Double = {
  state: DoubleState;
  /** The double's clock: the store's, so both move together. */
  now(): Date;
  /** While the clock catches up: the instant (in Stripe's seconds) at which something was due. */
  moment: number | undefined;
  /** Where the store lives; the hosted pages are served there. */
  publicUrl: string;
  /** The Bearer key that is accepted. */
  secretKey: string;
  /** How often an Idempotency-Key came with other parameters than before; a shop that stays where it is never does that. */
  conflicts: number;
  /** Idempotency-Keys whose first request has not been answered yet. */
  inProgress: Set<string>;
  /** How long an answer takes, once its work is done. */
  pace: Pace;
  /** Records an event and promises its delivery. The object is copied as it is at this moment. */
  announce<T extends DoubleEventType>(type: T, object: EventObject<T>): void;
};

/** Stripe's time: whole seconds. */
export function seconds(double: Double): number {
  return double.moment ?? Math.floor(double.now().getTime() / 1000);
}
