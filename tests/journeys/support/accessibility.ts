import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

// A sandboxed frame runs no script, so axe would only wait for it: what it shows (a mail) has tests of its own.
/** What axe calls serious or critical on the page as it stands, one line each; empty when all is well. */
export async function graveViolations(page: Page, rules = {}): Promise<string[]> {
  // Half a megabyte of source, read once for both looks at a page.
  const isThere = await page.evaluate(() => 'axe' in window);
  const { violations } = await new AxeBuilder({ page, ...(isThere ? { axeSource: 'undefined' } : {}) })
    .exclude('iframe')
    .options({ resultTypes: ['violations'], rules })
    // Without frames there is nothing to gather in a page of its own.
    .setLegacyMode(true)
    .analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id} at ${nodes.map(({ target }) => target).join(', ')}`);
}

// WCAG 2.2's only rule that axe leaves out unless asked: 24 px to press, or as much room. A finger needs them most.
const TARGETS = { 'target-size': { enabled: true } };

// What a theme spoils is contrast, what a width spoils is layout: each theme and each width once finds both.
const LOOKS = [
  { width: 390, colorScheme: 'dark', rules: TARGETS },
  { width: 1280, colorScheme: 'light', rules: {} },
] as const;

/** Nothing grave for axe and nothing to scroll sideways: on a phone in the dark theme, and on a desk in the light one. */
export async function expectSound(page: Page): Promise<void> {
  for (const { width, colorScheme, rules } of LOOKS) {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    // A colour that is still fading into the other theme has no contrast yet.
    await page.waitForFunction(() => document.getAnimations().every(({ playState }) => playState !== 'running'));
    const look = `${page.url()} at ${width} px, ${colorScheme}`;
    expect(await graveViolations(page, rules), look).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth), look).toBeLessThanOrEqual(width);
  }
}
