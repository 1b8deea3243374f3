import { db } from '../db/client';
import { dayName, startOfDay } from './report-days';

/** Licences that end on each of the days to come, today first. */
export type ExpiringDay = { day: string; licences: number };

const DAY_MS = 86_400_000;
const DAYS = 30;

/** Open licences that end within the next 30 days, by day (UTC): those whose renewal is due. */
export async function readExpiring(at: Date): Promise<ExpiringDay[]> {
  const start = startOfDay(at).getTime();
  const rows = await db().$queryRaw<{ day: string; licences: number }[]>`
    SELECT to_char(expires_at AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS day, count(*)::int AS licences
    FROM api_resource
    WHERE expires_at > ${at} AND expires_at < ${new Date(start + DAYS * DAY_MS)}
      AND revoked_at IS NULL AND suspended_at IS NULL
    GROUP BY 1`;
  const known = new Map(rows.map(({ day, licences }) => [day, licences]));
  return Array.from({ length: DAYS }, (_, i) => {
    const day = dayName(new Date(start + i * DAY_MS));
    return { day, licences: known.get(day) ?? 0 };
  });
}
