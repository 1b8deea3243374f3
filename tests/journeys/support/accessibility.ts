import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

// A sandboxed frame runs no script, so axe would only wait for it: what it shows (a mail) has tests of its own.
/** What axe calls serious or critical on the page as it stands, one line each; empty when all is well. */
export async function graveViolations(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).exclude('iframe').analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id} at ${nodes.map(({ target }) => target).join(', ')}`);
}
