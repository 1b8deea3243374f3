import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { labDocument } from '../support/lab-document';
import { readLikeClient } from '../support/wordpress-client';

type Entry = { user_step?: string; method: string; url: string; headers_in_order: [string, string][] };

const root = path.resolve(__dirname, '../..');
const captures = path.join(root, 'tests/protocols/wc-am/captures');
const read = (file: string) => JSON.parse(readFileSync(path.join(captures, file), 'utf8'));

test('a shop moves in, and its recorded WordPress site notices nothing', async ({ baseURL }, info) => {
  const { seed } = read('wc-am-3.4.2-responses.json');
  const file = info.outputPath('import.json');
  writeFileSync(file, JSON.stringify(labDocument(seed.keys, { besideDemo: true })));
  const env = { ...process.env, PORT: process.env.JOURNEY_PORT, DATA_DIR: process.env.JOURNEY_DATA_DIR };
  const told = execFileSync(process.execPath, ['lib/cli/run.mjs', 'import-store', file], {
    cwd: root,
    env,
    encoding: 'utf8',
  });
  expect(told).toContain('Imported 2 products, 1 customers, 2 orders and 0 associated keys.');

  const { traffic }: { traffic: Entry[] } = read('wc-am-client-2.12.2-session.json');
  const seen: string[] = [];
  for (const entry of traffic) {
    if (entry.user_step !== undefined) continue;
    const sent = entry.headers_in_order.filter(([name]) => /^(user-agent|accept|referer|content-type)$/i.test(name));
    const response = await fetch(`${baseURL}${entry.url}`, { method: entry.method, headers: Object.fromEntries(sent) });
    seen.push(readLikeClient(entry.url, response.status, await response.text()));
  }
  expect(seen).toEqual([
    'activated: 2 out of 3 activations remaining',
    'activated: 2 out of 3 activations remaining',
    'status: active',
    'update: 1.1.0 offered with a package',
    'details: Lab Demo 1.1.0 with changelog',
    'deactivated: 3 out of 3 activations remaining',
    'status: inactive, 3 purchased, 0 in use, 3 left',
    'status: inactive, 3 purchased, 0 in use, 3 left',
  ]);
});
