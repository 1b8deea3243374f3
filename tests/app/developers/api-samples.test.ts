import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { KEY_PLACEHOLDER, sampleCalls } from '@/app/developers/api/calls';
import { samplesOf } from '@/app/developers/api/samples';
import { openLane } from '../../support/client-lane';
import { useDatabase } from '../../support/database';
import { aResource } from '../../support/factories';
import { hasPhp } from '../../support/run-php';
import { hasProgram, type Ran, run } from '../../support/run-sample';

useDatabase();

const folder = mkdtempSync(path.join(os.tmpdir(), 'samples-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let lane: Awaited<ReturnType<typeof openLane>>;
beforeAll(async () => {
  lane = await openLane();
});
afterAll(() => lane.close());

type Runner = {
  language: string;
  isHere: boolean;
  /** How the sample shows its answer, and how a test wants it: as JSON. */
  shows: [printed: string, asJson: string];
  run: (code: string) => Promise<Ran>;
};

function inFile(name: string, code: string): string {
  const file = path.join(folder, name);
  writeFileSync(file, code);
  return file;
}

// The sample in C# is not among them: it needs a compiler that no other test needs. It is held to the others by the last test.
const runners: Runner[] = [
  {
    language: 'curl',
    isHere: hasProgram('curl'),
    shows: ['', ''],
    run: (code) => run('sh', [inFile('sample.sh', `${code.replace('curl ', 'curl -s ')}\n`)]),
  },
  {
    language: 'JavaScript',
    isHere: true,
    shows: ['console.log(answer)', 'console.log(JSON.stringify(answer))'],
    run: (code) => run(process.execPath, [inFile('sample.mjs', code)]),
  },
  {
    language: 'Python',
    isHere: hasProgram('python3'),
    shows: ['print(answer)', 'print(json.dumps(answer))'],
    run: (code) => run('python3', [inFile('sample.py', code)]),
  },
  {
    language: 'PHP',
    isHere: hasPhp(),
    shows: ['print_r($answer)', 'echo json_encode($answer)'],
    run: (code) => run('php', ['-d', 'display_errors=stderr', inFile('sample.php', `<?php\n${code}`)]),
  },
];

type Licence = Awaited<ReturnType<typeof aResource>>;

/** The samples of one language for a licence, by the name of their call. */
function samplesFor({ language, shows }: Runner, { key, planNumber }: Pick<Licence, 'key' | 'planNumber'>) {
  const store = `http://127.0.0.1:${lane.port}`;
  return sampleCalls(planNumber, '2.0.0').map((call) => {
    const code = samplesOf(call, store).find((sample) => sample.language === language)?.code ?? '';
    expect(code).toContain(KEY_PLACEHOLDER);
    expect(code).toContain(shows[0]);
    return { name: call.name, code: code.replace(KEY_PLACEHOLDER, key).replace(...shows) };
  });
}

describe.each(runners)('the samples in $language', (runner) => {
  const { isHere, language } = runner;
  test.skipIf(!isHere)('run one after the other and license the software', async () => {
    const licence = await aResource({ activationLimit: 2 });
    const told: Record<string, unknown> = {};
    for (const { name, code } of samplesFor(runner, licence)) {
      const { printed, complained } = await runner.run(code);
      expect(complained).toBe('');
      told[name] = JSON.parse(printed);
    }
    const product = licence.planNumber;
    const activation = { product, instance: 'my-computer', label: 'Lab 3', version: '2.0.0' };
    expect(told).toMatchObject({
      activate: { active: true, activation, allowance: { limit: 2, used: 1, remaining: 1 } },
      status: { active: true, product, instance: 'my-computer' },
      deactivate: { active: false, product, allowance: { used: 0 } },
      products: { keyKind: 'product_order', resources: [{ plan: { number: product } }] },
      updates: { licensed: false, product: { title: 'Acme Backup' } },
    });
  });

  test.skipIf(!isHere)('say the code of a refusal instead of going on', async () => {
    const { planNumber } = await aResource();
    const [activate] = samplesFor(runner, { key: 'lko_nobody', planNumber });
    const { code, printed, complained } = await runner.run(activate?.code ?? '');
    expect(printed + complained).toContain('key_not_found');
    // curl shows whatever comes; the others are programs that stop.
    expect(code === 0).toBe(language === 'curl');
  });
});

test('the sample in C#, which is not run here, calls the same addresses with the same members', () => {
  for (const call of sampleCalls(123, '2.0.0')) {
    const code = samplesOf(call, 'https://store.example').find((sample) => sample.language === 'C#')?.code ?? '';
    expect(code).toContain(`"https://store.example${call.path}"`);
    expect(code).toContain(call.method === 'POST' ? 'PostAsJsonAsync' : 'GetAsync');
    for (const [name, value] of Object.entries(call.body ?? {})) {
      expect(code).toContain(`${name} = ${JSON.stringify(value)}`);
    }
  }
});

test('a version that the store owner wrote cannot end a text of a sample', () => {
  const [activate] = sampleCalls(1, `1'0"; rm $(x)`);
  expect(activate?.body?.version).toBe('10rmx');
});
