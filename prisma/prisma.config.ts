import path from 'node:path';
import { defineConfig } from 'prisma/config';

// The datasource URL is only needed by Prisma's own migrate commands; `generate` and `validate` work without one.
export default defineConfig({
  schema: path.join(import.meta.dirname, 'schema.prisma'),
  migrations: { path: path.join(import.meta.dirname, 'migrations') },
  datasource: { url: process.env.DATABASE_URL ?? 'postgresql://unset' },
});
