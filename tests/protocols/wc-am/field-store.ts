import { now } from '@/lib/clock';
import { db } from '@/lib/db/client';
import type { Door } from '../../support/client-lane';
import { aProduct, aResource } from '../../support/factories';
import { type PhpRead, readPhp } from '../../support/read-php';

/** What the vendor of these tests sells: a plan of a product, known to old clients by its title, with a first update out. */
export async function aFieldStore(facts: { limit?: number } = {}) {
  const title = `Thème Ünïque ${crypto.randomUUID()}`;
  const product = await aProduct({ title: 'Thème Ünïque', legacyTitle: title });
  await db().product.update({ where: { id: product.id }, data: { pageUrl: 'https://vendor.example/theme' } });
  await db().release.create({
    data: {
      productId: product.id,
      version: '2.0.0',
      releasedAt: new Date('2026-10-01T00:00:00Z'),
      publishedAt: new Date('2026-10-01T00:00:00Z'),
      createdAt: now(),
      upgradeNotice: 'Größer, schöner — 改善',
      changelogMd: '- Größer, schöner — 改善 🚀',
    },
  });
  return { ...(await aResource({ product, activationLimit: facts.limit ?? 3 })), title };
}

export type FieldStore = Awaited<ReturnType<typeof aFieldStore>>;

export const query = (facts: Record<string, string | number>) =>
  new URLSearchParams(Object.entries(facts).map(([name, value]) => [name, String(value)])).toString();

/** The answer's JSON, for a client that looks at nothing but a 200. */
export async function jsonOf(door: Door, target: string, init?: RequestInit): Promise<Record<string, unknown>> {
  const response = await door(target, { ...init, redirect: 'error' });
  if (response.status !== 200) throw new Error(`The client gives up at HTTP ${response.status}`);
  return response.json();
}

/** What PHP's unserialize() makes of the answer: the members of an object, and of the arrays in it. */
export async function objectOf(door: Door, target: string): Promise<Record<string, unknown>> {
  const response = await door(target, { redirect: 'error' });
  if (response.status !== 200) throw new Error(`The client gives up at HTTP ${response.status}`);
  const read = readPhp(await response.text());
  if (read === null || typeof read !== 'object' || !('class' in read)) throw new Error('Not an object');
  return membersOf(read.members);
}

function membersOf(pairs: [PhpRead, PhpRead][]): Record<string, unknown> {
  return Object.fromEntries(
    pairs.map(([name, value]) => {
      const isArray = value !== null && typeof value === 'object' && 'array' in value;
      return [String(name), isArray ? membersOf(value.array) : value];
    }),
  );
}

/** Instances of the store's customer, as they are on record. */
export async function placesOf({ resourceId }: FieldStore): Promise<{ instance: string; label: string }[]> {
  return db().activation.findMany({
    where: { apiResourceId: resourceId },
    orderBy: { instance: 'asc' },
    select: { instance: true, label: true },
  });
}
