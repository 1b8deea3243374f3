import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { createProduct } from '../../lib/catalog/create-product';
import { publishRelease } from '../../lib/catalog/publish-release';
import type { Tx } from '../../lib/db/client';
import { env } from '../../lib/env';
import type { StorageSettings } from '../../lib/storage/storage-settings';
import { storeFile } from '../../lib/storage/store-file';
import type { StoredFile } from '../../lib/storage/stored-file';
import { DEMO_PRODUCTS, type DemoPlan, type DemoProduct, type DemoRelease } from './demo-products';
import { demoZip } from './demo-zip';
import { readClientSource } from './read-client-source';

const DAY_MS = 86_400_000;

export type SeededPlan = DemoPlan & { id: string; productId: string; productTitle: string };

/** Makes the demo products with their plans and releases; the files are written first and shared by equal content. */
export async function seedCatalog(tx: Tx, at: Date): Promise<{ firstPlan: SeededPlan; plans: SeededPlan[] }> {
  const clientSource = await readClientSource();
  const plans: SeededPlan[] = [];
  for (const product of DEMO_PRODUCTS) plans.push(...(await seedProduct(tx, product, { at, clientSource })));
  const [firstPlan] = plans;
  if (!firstPlan) throw new Error('The demo store has no plan');
  return { firstPlan, plans };
}

type Seeding = { at: Date; clientSource: string };

async function seedProduct(tx: Tx, demo: DemoProduct, seeding: Seeding): Promise<SeededPlan[]> {
  const { releases, ...facts } = demo;
  const plans = demo.plans.map((plan) => ({ ...plan, currency: 'usd' }));
  const pageUrl = `${env().publicUrl}/products/${demo.slug}`;
  const made = await createProduct(tx, { ...facts, pageUrl, plans }, seeding.at);
  if (!made.ok) throw new Error(`The demo product ${demo.slug} could not be made: ${made.reason}`);
  for (const release of releases) await seedRelease(tx, { demo, release, productId: made.product.id }, seeding);
  return demo.plans.map((plan, position) => {
    const id = made.product.plans[position]?.id;
    if (!id) throw new Error(`The plan ${plan.name} was not made`);
    return { ...plan, id, productId: made.product.id, productTitle: demo.title };
  });
}

async function seedRelease(
  tx: Tx,
  wish: { demo: DemoProduct; release: DemoRelease; productId: string },
  { at, clientSource }: Seeding,
): Promise<void> {
  const { demo, release, productId } = wish;
  const { daysAgo, ...facts } = release;
  const zip = demoZip({
    slug: demo.slug,
    title: demo.title,
    version: release.version,
    productNumber: demo.number,
    storeUrl: env().publicUrl,
    changelogMd: release.changelogMd,
    clientSource,
  });
  const stored = await keepZip(zip);
  const fileName = `${demo.slug}-${release.version}.zip`;
  const releasedAt = new Date(at.getTime() - daysAgo * DAY_MS);
  const artifacts = [{ fileName, platform: demo.platform, ...stored }];
  const made = await publishRelease(tx, { ...facts, productId, releasedAt, artifacts }, at);
  if (!made.ok) throw new Error(`The demo release ${fileName} could not be published: ${made.reason}`);
}

async function keepZip(zip: Buffer): Promise<StoredFile> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'latchkey-demo-'));
  try {
    const file = path.join(folder, 'release.zip');
    await writeFile(file, zip);
    const sha256 = createHash('sha256').update(zip).digest('hex');
    const settings: StorageSettings = { s3: undefined, newFiles: 'local' };
    const result = await storeFile({ path: file, sizeBytes: zip.length, sha256 }, { settings });
    if (!result.ok) throw new Error(`A demo release could not be kept: ${result.detail}`);
    return result.stored;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
