import { expect, test } from 'vitest';
import { db } from '@/lib/db/client';
import { activate } from '@/lib/licensing/activate';
import { findUpdate } from '@/lib/licensing/find-update';
import { AT, aCall } from '../support/client-calls';
import { useDatabase } from '../support/database';
import { aProduct, aResource, first } from '../support/factories';

useDatabase();

const ask = async (key: string, number: number) => first(await findUpdate([aCall(key, number, 'laptop')], { at: AT }));

async function anUnlisted(facts: { publishedAt: Date | null; releasedFor?: Date }) {
  const product = await aProduct();
  await db().product.update({ where: { id: product.id }, data: { publishedAt: facts.publishedAt } });
  if (facts.releasedFor) {
    const release = { version: '2.0.0', releasedAt: facts.releasedFor, publishedAt: facts.releasedFor, createdAt: AT };
    await db().release.create({ data: { productId: product.id, ...release } });
  }
  return product;
}

const later = new Date(AT.getTime() + 86_400_000);

test.each([
  ['a draft', { publishedAt: null }],
  ['a product that comes out later', { publishedAt: later }],
  ['a draft whose first release comes out later', { publishedAt: null, releasedFor: later }],
])('%s is as good as unknown to a stranger: not even its title is told', async (_case, facts) => {
  const { number } = await anUnlisted(facts);
  expect(await ask('', number)).toEqual({ ok: false, reason: 'product_not_found' });
  expect(await ask('no such key', number)).toEqual({ ok: false, reason: 'product_not_found' });
});

test('whoever has it active is told of a draft all the same', async () => {
  const product = await anUnlisted({ publishedAt: null });
  const { key } = await aResource({ product });
  await activate([aCall(key, product.number, 'laptop')], { at: AT, strict: false });
  expect(await ask(key, product.number)).toMatchObject({ ok: true, license: { planNumber: product.plan.number } });
});

test('a product that is no longer sold goes on telling its version', async () => {
  const product = await anUnlisted({ publishedAt: null, releasedFor: AT });
  expect(await ask('', product.number)).toMatchObject({ ok: true, release: { version: '2.0.0' }, license: undefined });
});
