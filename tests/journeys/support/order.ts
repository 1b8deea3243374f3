import { expect } from '@playwright/test';
import { runCommand } from './run-command';

export type Order = {
  orderNumber: number;
  customerEmail: string;
  masterApiKey: string;
  items: { productId: number; productOrderApiKey: string; activationLimit: number }[];
};

/** A paid order in the store under test, by `demo:order`. */
export async function order(...args: string[]): Promise<Order> {
  const { code, output } = await runCommand('demo-order', ['--json', ...args]);
  expect(code, output).toBe(0);
  return JSON.parse(output); // the command's own promise; the demo-commands journey looks at it
}
