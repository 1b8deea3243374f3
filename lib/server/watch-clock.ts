import pg from 'pg';
import { z } from 'zod';
import { clockOffsetMs, setClockOffsetMs } from '../clock';
import { pool } from '../db/client';

const AGAIN_MS = 5_000;
const offsetSchema = z.coerce.number().int().nonnegative().catch(0);

/**
 * Keeps a demo store's clock at the offset that the database holds: read at once, on every notice of `demo:clock`, and
 * every few seconds in case a notice was lost. `onMove` is told after each change. Answers how to stop.
 */
export async function watchClock(url: string, onMove: () => void): Promise<() => Promise<void>> {
  let listener: pg.Client | undefined;

  const read = async () => {
    const { rows } = await pool().query("SELECT value FROM store_state WHERE key = 'clock_offset_ms'");
    const offset = offsetSchema.parse(rows[0]?.value ?? 0);
    if (offset === clockOffsetMs()) return;
    setClockOffsetMs(offset);
    onMove();
  };
  const listen = async () => {
    const client = new pg.Client(url);
    client.on('error', () => {
      if (listener === client) listener = undefined;
    });
    client.on('notification', () => void read().catch(() => {}));
    await client.connect();
    await client.query('LISTEN clock');
    listener = client;
  };
  const look = async () => {
    if (!listener) await listen();
    await read();
  };

  await look();
  const timer = setInterval(() => void look().catch(() => {}), AGAIN_MS);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await listener?.end().catch(() => {});
  };
}
