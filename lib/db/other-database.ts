import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import type { Tx } from './client';
import { PrismaClient } from './generated/client';

/** Lets `work` read another database of the same schema; the store's own connections never see it. */
export async function readOtherDatabase<T>(url: string, work: (reader: Tx) => Promise<T>): Promise<T> {
  const own = new pg.Pool({ connectionString: url, max: 2 });
  // A connection that dies while idle is no reason to end the process.
  own.on('error', () => {});
  const prisma = new PrismaClient({ adapter: new PrismaPg(own) });
  try {
    return await work(prisma);
  } finally {
    await prisma.$disconnect();
    await own.end();
  }
}
