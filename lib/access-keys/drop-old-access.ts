import { pool } from '../db/client';
import { KEPT_DAYS } from './read-usage';

const DAY_MS = 86_400_000;

/**
 * Forgets tokens that are over, calls older than `callDays` days (the store's setting for its request log), and counts,
 * networks and flags after 400 days.
 */
export async function dropOldAccess(at: Date, callDays: number): Promise<void> {
  const before = (days: number) => new Date(at.getTime() - days * DAY_MS);
  await pool().query('DELETE FROM access_token WHERE expires_at <= $1', [at]);
  await pool().query('DELETE FROM access_call WHERE at < $1', [before(callDays)]);
  await pool().query('DELETE FROM access_day WHERE day < $1', [before(KEPT_DAYS)]);
  await pool().query('DELETE FROM access_network WHERE last_seen_at < $1', [before(KEPT_DAYS)]);
  await pool().query('DELETE FROM access_flag WHERE at < $1', [before(KEPT_DAYS)]);
}
