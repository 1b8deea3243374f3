import { expect, type Page, test } from '@playwright/test';
import { expectSound } from './support/accessibility';
import { goToPaymentPage } from './support/checkout';
import { demoFacts } from './support/demo-facts';
import { signIn } from './support/sign-in';

test('a buyer pays with a code and tax, and prints the invoice that names both', async ({ page, browser }) => {
  const settings = await browser.newPage();
  await signIn(settings, demoFacts().admin);
  await saveTax(settings, 'Stripe Tax', 'Latch Works GmbH');
  try {
    await goToPaymentPage(page);
    await enterBillingDetails(page);
    await page.getByLabel('Promotion code').fill('DEMOEXPIRED');
    await page.getByRole('button', { name: 'Apply code' }).click();
    await expect(page.getByRole('alert')).toContainText('This code cannot be used here.');
    await page.getByLabel('Promotion code').fill('demo10');
    await page.getByRole('button', { name: 'Apply code' }).click();
    await expect(page.getByRole('row', { name: /VAT 19 %/ })).toContainText('$8.38');
    await page.getByRole('button', { name: 'Pay $52.48' }).click();

    await expect(page.getByRole('heading', { level: 1, name: /^Thank you/ })).toBeVisible({ timeout: 30_000 });
    await expect(page.getByText('Discount (DEMO10)')).toBeVisible();
    await openInvoice(page);
    await expectWhole(page);
    await expectSound(page);
    await expectPrints(page);
    await readAsAdmin(settings, await invoiceNumber(page));
  } finally {
    await saveTax(settings, 'Nobody', '');
  }
});

test('a profile is kept for the next invoice, and a wrong VAT ID is told at its field', async ({ page }) => {
  await signIn(page, demoFacts().buyer);
  await page.goto('/account/profile');
  await page.getByLabel('VAT ID').fill('DE12');
  await page.getByLabel('Address for invoices').fill('Row 1\n10115 Berlin');
  await page.getByRole('button', { name: 'Save profile' }).click();
  await expect(page.getByRole('main').getByRole('alert')).toContainText('This does not look like a VAT ID.');
  await page.getByLabel('VAT ID').fill('de 123 456 789');
  await page.getByRole('button', { name: 'Save profile' }).click();
  await expect(page.getByText('Your profile is saved.')).toBeVisible();
  await page.reload();
  await expect(page.getByLabel('VAT ID')).toHaveValue('DE123456789');
  await expect(page.getByLabel('Address for invoices')).toHaveValue('Row 1\n10115 Berlin');
  await expectSound(page);
});

async function saveTax(page: Page, rule: string, seller: string): Promise<void> {
  await page.goto('/admin/settings/invoices');
  await page.getByRole('radio', { name: rule, exact: true }).check();
  await page.getByLabel('Legal name').fill(seller);
  await page.getByLabel('Address', { exact: true }).fill(seller === '' ? '' : 'Lane 2\n20095 Hamburg');
  await page.getByLabel('Invoice number prefix').fill(seller === '' ? '' : 'LW-');
  await page.getByRole('button', { name: 'Save taxes and invoices' }).click();
  await expect(page.getByText('Taxes and invoices are saved.')).toBeVisible();
  await expectSound(page);
}

async function enterBillingDetails(page: Page): Promise<void> {
  await page.getByLabel('Business name').fill('Engine Ltd');
  await page.getByLabel('Address').fill('Row 1');
  await page.getByLabel('Country (two letters)').fill('DE');
  await page.getByLabel('VAT id').fill('DE123456789');
  await page.getByRole('button', { name: 'Save billing details' }).click();
  await expect(page.getByLabel('Business name')).toHaveValue('Engine Ltd');
}

async function openInvoice(page: Page): Promise<void> {
  await page
    .getByRole('button', { name: 'Open API Keys' })
    .or(page.getByRole('link', { name: 'Open API Keys' }))
    .first()
    .click();
  await expect(page.getByRole('heading', { level: 1, name: 'API Keys' })).toBeVisible();
  await page.goto('/account/orders');
  await page.getByRole('link', { name: /^Invoice of order/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: /^Invoice LW-\d+$/ })).toBeVisible();
}

async function expectWhole(page: Page): Promise<void> {
  const sheet = page.getByRole('article');
  for (const words of ['Latch Works GmbH', '20095 Hamburg', 'Engine Ltd', 'VAT ID DE123456789', 'Acme Backup Pro']) {
    await expect(sheet).toContainText(words);
  }
  await expect(sheet).toContainText('Discount (DEMO10)');
  await expect(sheet).toContainText('VAT 19 % on $44.10');
  await expect(sheet).toContainText('$52.48');
  await expect(sheet).toContainText('no money moved');
  const document = page.getByRole('link', { name: 'Receipt at Stripe' });
  await expect(document).toHaveAttribute('href', /\/invoice\/stripe$/);
}

/** On paper there is only the sheet, dark on white also for a reader of the dark theme, and it fits on a page of A4. */
async function expectPrints(page: Page): Promise<void> {
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await expect(page.getByRole('navigation').first()).toBeHidden();
  await expect(page.getByRole('button', { name: 'Print or save as PDF' })).toBeHidden();
  await expect(page.getByRole('article')).toHaveCSS('color', 'rgb(0, 0, 0)');
  await expect(page.getByRole('article')).toHaveCSS('background-color', 'rgb(255, 255, 255)');
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  expect(pdf.match(/\/Type \/Page\b(?!s)/g)).toHaveLength(1);
  expect(pdf).toMatch(/\/MediaBox \[0 0 59[45](\.\d+)? 84[12](\.\d+)?\]/);
  await page.emulateMedia({ media: null, colorScheme: 'light' });
}

async function invoiceNumber(page: Page): Promise<string> {
  const heading = await page.getByRole('heading', { level: 1 }).textContent();
  return (heading ?? '').replace(/\D+/g, '');
}

async function readAsAdmin(page: Page, order: string): Promise<void> {
  await page.goto(`/admin/orders/${order}`);
  await page.getByRole('link', { name: 'Invoice', exact: true }).click();
  await expect(page.getByRole('article')).toContainText('Engine Ltd');
  await expectSound(page);
}
