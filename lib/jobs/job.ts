/** A promise in the hands of a worker. `attempt` counts from 1. */
export type Job = { id: string; kind: string; attempt: number; createdAt: Date; payload: unknown };

/** Keeps one promise. Throwing means "try again later"; throwing `GiveUp` means "never". It may be run more than once. */
export type JobHandler = (payload: unknown, job: Job) => Promise<void>;
