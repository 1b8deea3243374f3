import { inTransaction } from '../db/client';
import { takeNotedDownloads } from './note-download';

/**
 * Writes the noted downloads and resolves to how many lines they were. What continues, repeats or was started beside a
 * download joins its line when it comes within an hour of the line's newest request and a day of its first, so that aborted,
 * ranged and parallel requests are one download (security.md E79). When the database cannot be asked they are lost: they are
 * observations, not promises.
 */
export async function flushDownloads(): Promise<number> {
  const noted = takeNotedDownloads();
  if (noted.length === 0) return 0;
  const json = JSON.stringify(noted, (_name, value) => storable(value));
  await inTransaction(async (tx) => {
    // Two processes with the same line must not both miss it. Released at COMMIT.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('download_entry'))`;
    await tx.$executeRaw`
      WITH noted AS (
        SELECT * FROM json_to_recordset(${json}::json) AS noted(at timestamptz, "lastAt" timestamptz, requests int, way text,
          outcome text, detail text, "customerId" uuid, "apiResourceId" uuid, "artifactId" uuid, "activationId" uuid,
          address text, "userAgent" text, "isPartial" boolean, sameness text)
      ), joined AS (
        UPDATE download_entry e
        SET last_at = greatest(e.last_at, n."lastAt"), requests = e.requests + n.requests,
          is_partial = e.is_partial OR n."isPartial", detail = left(n.detail, 400)
        FROM noted n
        JOIN LATERAL (
          SELECT x.id FROM download_entry x
          WHERE x.sameness = decode(n.sameness, 'hex') AND x.at > n.at - interval '1 day'
            AND x.last_at > n.at - interval '1 hour'
          ORDER BY x.at DESC LIMIT 1
        ) newest ON true
        WHERE e.id = newest.id
        RETURNING n.sameness
      )
      INSERT INTO download_entry (at, last_at, requests, way, outcome, detail, customer_id, api_resource_id, artifact_id,
        activation_id, address, user_agent, is_partial, sameness)
      SELECT at, greatest(at, "lastAt"), requests, way, outcome, left(detail, 400), "customerId", "apiResourceId", "artifactId",
        "activationId", left(address, 60), left("userAgent", 190), "isPartial", decode(sameness, 'hex')
      FROM noted WHERE sameness NOT IN (SELECT sameness FROM joined)`;
  });
  return noted.length;
}

// The two things JSON may say and a PostgreSQL text cannot: the character 0 and half a surrogate pair.
function storable(value: unknown): unknown {
  return typeof value === 'string' ? value.replace(/[\0\p{Surrogate}]/gu, '�') : value;
}
