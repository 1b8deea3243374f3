import { inTransaction, type Tx } from '../db/client';

/** Carries the answer out of a transaction that must not be kept. */
class Rehearsed<T> extends Error {
  constructor(readonly answer: T) {
    super('It was only rehearsed');
  }
}

/**
 * What `work` would do: it does its work and the transaction is undone, so that a preview cannot differ from what happens.
 * Numbers that it drew (of orders) stay drawn.
 */
export async function rehearse<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  try {
    return await inTransaction(async (tx) => {
      throw new Rehearsed(await work(tx));
    });
  } catch (error) {
    // Thrown above and nowhere else, with what this very call answers.
    if (error instanceof Rehearsed) return error.answer as T;
    throw error;
  }
}
