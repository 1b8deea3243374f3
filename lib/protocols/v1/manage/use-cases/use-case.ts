/** One thing that an admin does, and how a key does it. */
export type UseCase = {
  /** In the imperative. */
  does: string;
  /** Its pages, routes and actions below app/admin, without their endings: `orders/page`, `orders/new/actions#enterOrder`. */
  at: readonly string[];
} & (
  | { operations: readonly string[] }
  /** Why no key can do it. */
  | { without: string }
);

/** What belongs together, under the name that the navigation has. */
export type UseCaseGroup = { name: string; cases: readonly UseCase[] };
