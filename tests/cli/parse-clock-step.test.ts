import { expect, test } from 'vitest';
import { parseClockStep } from '@/lib/cli/parse-clock-step';

test('days, hours and minutes move the clock forwards', () => {
  expect(parseClockStep('+40d')).toEqual({ ok: true, ms: 40 * 86_400_000 });
  expect(parseClockStep('+2h')).toEqual({ ok: true, ms: 7_200_000 });
  expect(parseClockStep(' +30m ')).toEqual({ ok: true, ms: 1_800_000 });
});

test.each(['-1d', '40d', '+0d', '+1w', '+d', '', '+1.5h'])('%j is refused', (text) => {
  expect(parseClockStep(text)).toEqual({ ok: false, reason: 'not_a_step' });
});

test('a step may be as long as it likes, so that the refusal can name the limit', () => {
  expect(parseClockStep('+5256000m')).toEqual({ ok: true, ms: 3650 * 86_400_000 });
  expect(parseClockStep(`+${'9'.repeat(400)}d`)).toEqual({ ok: true, ms: Number.POSITIVE_INFINITY });
});
