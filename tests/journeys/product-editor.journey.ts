import { randomBytes } from 'node:crypto';
import { expect, type Page, test } from '@playwright/test';
import { expectSound } from './support/accessibility';
import { demoFacts } from './support/demo-facts';
import { signIn } from './support/sign-in';

const MARK = randomBytes(3).toString('hex');
const TITLE = `Acme Notes ${MARK}`;
const SLUG = `acme-notes-${MARK}`;

test('an owner creates a product, publishes it and sells it on other terms, and copies calls with its ID', async ({
  page,
  browser,
}) => {
  const visitor = await browser.newPage();
  await signIn(page, demoFacts().admin);

  await test.step('a refusal keeps what was typed, and the address follows the title', async () => {
    await page.goto('/admin/products');
    await page.getByRole('link', { name: 'New product' }).click();
    await page.getByRole('textbox', { name: 'Title' }).fill(TITLE);
    await expect(page.getByRole('textbox', { name: /^Address in the store/ })).toHaveValue(SLUG);
    await page.getByRole('textbox', { name: 'Name of the plan' }).fill('Solo');
    await page.getByRole('textbox', { name: 'Price' }).fill('49.505');
    await page.getByRole('button', { name: 'Create draft' }).click();
    await expect(page.getByRole('main').getByRole('alert')).toContainText('4900 in JPY');
    await expect(page.getByRole('textbox', { name: 'Title' })).toHaveValue(TITLE);
    await page.getByRole('textbox', { name: 'Price' }).fill('49.50');
    await page.getByRole('button', { name: 'Create draft' }).click();
    await expect(page.getByText('The draft is there.')).toBeVisible();
  });

  await test.step('a draft is seen by its owner alone, a published product is sold', async () => {
    expect((await visitor.goto(`/products/${SLUG}`))?.status()).toBe(404);
    await page.getByRole('textbox', { name: 'Description' }).fill('Notes that **stay**. <script>alert(1)</script>');
    await page.getByRole('button', { name: 'Preview texts' }).click();
    await expect(page.locator('.prose strong')).toHaveText('stay');
    await page.getByRole('button', { name: 'Save changes' }).click();
    await expect(page.getByText('Saved. It is said from now on.')).toBeVisible();
    await page.getByRole('link', { name: 'Preview as customers will see it' }).click();
    await expect(page.getByRole('heading', { name: `About ${TITLE}` })).toBeVisible();
    await page.getByRole('link', { name: 'Back to Sale' }).click();
    await page.getByRole('button', { name: 'Publish product' }).click();
    await expect(page.getByText('It is in the storefront now.')).toBeVisible();
    await visitor.goto(`/products/${SLUG}`);
    await expect(visitor.getByText('$49.50')).toBeVisible();
    await expect(visitor.getByText('1 activation', { exact: true })).toBeVisible();
    await visitor.getByRole('button', { name: 'Add to cart' }).click();
    await expect(visitor.getByRole('main')).toContainText(TITLE);
  });

  await test.step('a plan with a limit of its own goes its own way, and the storefront says so at once', async () => {
    await page.getByRole('link', { name: 'Licensing', exact: true }).click();
    const solo = page.getByRole('group', { name: 'Solo' });
    await expect(solo.getByRole('textbox')).toHaveCount(0);
    await solo.getByRole('checkbox', { name: /^Activation limit/ }).uncheck();
    await solo.getByRole('textbox', { name: 'Activation limit' }).fill('7');
    await page.getByRole('button', { name: 'Save terms' }).click();
    await expect(page.getByText('The terms are saved')).toBeVisible();
    await expect(solo.getByRole('checkbox', { name: /^Days of access/ })).toBeChecked();
    await visitor.goto(`/products/${SLUG}`);
    await expect(visitor.getByText('7 activations')).toBeVisible();
  });

  await test.step('the calls to copy carry its ID', async () => {
    const number = /products\/(\d+)\//.exec(page.url())?.[1];
    await page.getByRole('link', { name: 'API', exact: true }).click();
    const snippets = page.locator('pre');
    await expect(snippets.filter({ hasText: `product_id=${number}` })).toHaveCount(4);
    await expect(snippets.filter({ hasText: `"product":${number}` })).toHaveCount(3);
    await expect(snippets.filter({ hasText: `WC_AM_Client( __FILE__, ${number},` })).toHaveCount(1);
  });

  await test.step('taken out of the storefront it is gone for customers', async () => {
    await page.getByRole('link', { name: 'Sale', exact: true }).click();
    await page.getByRole('button', { name: 'Take out of the storefront' }).click();
    await expect(page.getByText('It is out of the storefront.')).toBeVisible();
    expect((await visitor.goto(`/products/${SLUG}`))?.status()).toBe(404);
    await page.goto('/admin/products?state=draft');
    await expect(page.getByRole('row', { name: TITLE })).toContainText('Draft');
  });
});

test('a product that was sold is archived, not deleted, and its terms reach licences only after a preview', async ({
  page,
}) => {
  await signIn(page, demoFacts().admin);
  await page.goto('/admin/products');
  await page.getByRole('searchbox').fill('backup pro');
  await expect(page).toHaveURL(/q=backup/);
  await page.getByRole('link', { name: 'Acme Backup Pro' }).click();
  await expect(page.getByRole('heading', { name: 'Put away or delete' })).toBeVisible();
  await expect(page.getByText(/licences? (was|were) made for it/)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Delete product' })).toHaveCount(0);
  await page.getByRole('link', { name: 'Licensing', exact: true }).click();
  await page
    .getByRole('link', { name: /^Preview for/ })
    .first()
    .click();
  await expect(page.getByRole('row', { name: /Licences of this plan/ })).toBeVisible();
  await page.getByRole('checkbox', { name: 'Also where customers lose something' }).check();
  await page.getByRole('button', { name: 'Show what would change' }).click();
  await expect(page).toHaveURL(/takesAway=on/);
  await expect(page.getByRole('checkbox', { name: 'Also where customers lose something' })).toBeChecked();
});

test('nothing serious stands in anybody’s way', async ({ page }) => {
  await signIn(page, demoFacts().admin);
  for (const path of await pathsOf(page)) {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expectSound(page);
  }
});

/** Every screen of the editor, for a product that has been sold. */
async function pathsOf(page: Page): Promise<string[]> {
  await page.goto('/admin/products');
  await page.getByRole('link', { name: 'Acme Backup Pro' }).click();
  await expect(page).toHaveURL(/\/sale$/);
  const product = new URL(page.url()).pathname.replace(/\/sale$/, '');
  const plan = await page
    .getByRole('link', { name: /^Edit plan/ })
    .first()
    .getAttribute('href');
  const number = plan?.split('/').at(-1);
  const parts = [
    'sale',
    'sale/plans/new',
    `sale/plans/${number}`,
    'licensing',
    `licensing/apply/${number}`,
    'docs',
    'api',
    'preview',
  ];
  return ['/admin/products', '/admin/products/new', ...parts.map((part) => `${product}/${part}`)];
}
