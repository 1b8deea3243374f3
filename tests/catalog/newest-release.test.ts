import { expect, test } from 'vitest';
import { offeredReleases, type ReleaseFacts } from '@/lib/catalog/newest-release';

const at = new Date('2026-06-01T00:00:00Z');
const day = (text: string) => new Date(`2026-${text}T00:00:00Z`);

function release(version: string, facts: Partial<ReleaseFacts> = {}) {
  return {
    version,
    channel: 'stable' as const,
    releasedAt: day('05-01'),
    publishedAt: day('05-01'),
    yankedAt: null,
    createdAt: day('05-01'),
    ...facts,
  };
}

const versions = (list: { version: string }[]) => list.map((each) => each.version);

test('the release of the latest day is the newest, whatever its number says', () => {
  const list = [release('2.0', { releasedAt: day('04-01') }), release('1.9.9', { releasedAt: day('05-20') })];
  expect(versions(offeredReleases(list, at))).toEqual(['1.9.9', '2.0']);
});

test('of one day, what was entered last is the newest', () => {
  const list = [release('1.0'), release('1.0.1', { createdAt: day('05-02') })];
  expect(versions(offeredReleases(list, at))).toEqual(['1.0.1', '1.0']);
});

test('beta, yanked, unpublished and future releases are not offered', () => {
  const list = [
    release('beta', { channel: 'beta' }),
    release('yanked', { yankedAt: day('05-03') }),
    release('draft', { publishedAt: null }),
    release('tomorrow', { publishedAt: day('06-02') }),
    release('good'),
  ];
  expect(versions(offeredReleases(list, at))).toEqual(['good']);
});
