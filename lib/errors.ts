/** The end of an exhaustive `switch`: a case that the types say cannot be. */
export function unreachable(value: never): never {
  throw new Error(`Unexpected case: ${JSON.stringify(value)}`);
}

/** The store cannot start, for a reason its operator can mend. The message is one plain sentence; exit code 1. */
export class StartRefused extends Error {
  override name = 'StartRefused';
}
