import { beforeAll, expect, test } from 'vitest';
import { db } from '@/lib/db/client';
import { coveringRights } from '@/lib/downloads/count-release-reach';
import { type EntitlingFacts, entitledReleases } from '@/lib/downloads/entitled-releases';
import { findUpdate } from '@/lib/licensing/find-update';
import { AT, aCall } from '../support/client-calls';
import { useDatabase } from '../support/database';
import { first } from '../support/factories';
import { makeRights, makeShelves, RELEASE_CASES, RIGHT_CASES, type Right, type Shelf } from './entitlement-cases';

useDatabase();

let rights: Right[] = [];
let shelves: Shelf[] = [];

beforeAll(async () => {
  shelves = await makeShelves();
  rights = await makeRights(shelves);
}, 60_000);

// The rule once more, in the plainest words: what the three below must agree with.
function isCovered(right: Right['facts'], { keepsReleases, release }: Shelf): boolean {
  const isOut = release.published === 'before' && !release.isYanked;
  const isWanted = release.channel === 'stable' || right.wantsBeta;
  if (right.state !== 'live' && right.state !== 'grace') return false;
  if (right.updatesUntil === null) return isOut && isWanted;
  const inTime = release.releasedAt <= right.updatesUntil;
  return isOut && isWanted && inTime && (keepsReleases || right.updatesUntil > AT);
}

test('the table holds every combination, and both answers', () => {
  expect(rights.length).toBe(RIGHT_CASES.length);
  expect(shelves.length).toBe(2 * RELEASE_CASES.length);
  const answers = rights.flatMap((right) => shelves.map((shelf) => isCovered(right.facts, shelf)));
  expect(answers.length).toBe(30 * 48);
  expect(answers.filter(Boolean).length).toBe(54);
});

test('an update answer names a version exactly when the licence is entitled to it', async () => {
  const cases = rights.flatMap((right) => shelves.map((shelf) => ({ right, shelf })));
  const answers = await findUpdate(
    cases.map(({ right, shelf }) => aCall(right.masterKey, shelf.productNumber, 'laptop')),
    { at: AT },
  );
  const wrong = cases.filter(({ right, shelf }, place) => {
    const answer = answers[place];
    const isLive = right.facts.state === 'live' || right.facts.state === 'grace';
    if (!isLive) return answer?.ok === true && answer.license !== undefined;
    return !answer?.ok || !answer.license || (answer.release !== undefined) !== isCovered(right.facts, shelf);
  });
  expect(wrong.map(nameOf)).toEqual([]);
});

test('a right that is closed is told what strangers are told: stable versions that are out, and nothing to fetch', async () => {
  const right = first(rights.filter(({ facts }) => facts.state === 'revoked' && facts.wantsBeta));
  const answers = await findUpdate(
    shelves.map((shelf) => aCall(right.masterKey, shelf.productNumber, 'laptop')),
    { at: AT },
  );
  for (const [place, { release }] of shelves.entries()) {
    const isPublic = release.published === 'before' && !release.isYanked && release.channel === 'stable';
    const told = isPublic ? { version: '1.0.0' } : undefined;
    expect(answers[place]).toMatchObject({ ok: true, license: undefined, release: told });
  }
});

test('My Account and download links offer a version exactly when the licence is entitled to it', async () => {
  const wrong: string[] = [];
  for (const right of rights) {
    for (const keepsReleases of [true, false]) {
      const facts: EntitlingFacts = { ...right.facts, product: { keepsReleases } };
      const ofKind = shelves.filter((shelf) => shelf.keepsReleases === keepsReleases);
      const found = await db().release.findMany({
        where: { productId: { in: ofKind.map(({ productId }) => productId) }, ...entitledReleases(facts, AT) },
        select: { productId: true },
      });
      const offered = new Set(found.map(({ productId }) => productId));
      const differing = ofKind.filter((shelf) => offered.has(shelf.productId) !== isCovered(right.facts, shelf));
      wrong.push(...differing.map((shelf) => nameOf({ right, shelf })));
    }
  }
  expect(wrong).toEqual([]);
});

test('an admin is told the number of licences that may have a version', async () => {
  for (const shelf of shelves.filter(({ release }) => release.published === 'before' && !release.isYanked)) {
    const { productId, release } = shelf;
    const counted = await db().apiResource.count({ where: { productId, AND: coveringRights(release, AT) } });
    expect([release, counted]).toEqual([release, rights.filter(({ facts }) => isCovered(facts, shelf)).length]);
  }
});

function nameOf({ right, shelf }: { right: Right; shelf: Shelf }): string {
  const { state, updatesUntil, wantsBeta } = right.facts;
  const keeps = shelf.keepsReleases;
  return JSON.stringify({ state, updatesUntil, wantsBeta, keeps, ...shelf.release });
}
