import path from 'node:path';

const node = process.execPath;
const tool = (root, file) => path.join(root, 'node_modules', file);

/** What `npm run check` runs before the tests, in this order: each a name, a program and its arguments. */
export function checkSteps(root) {
  return [
    { name: 'format and lint', program: node, args: [tool(root, '@biomejs/biome/bin/biome'), 'check', '.'] },
    { name: 'types', program: node, args: [tool(root, 'typescript-7/bin/tsc'), '--noEmit', '-p', '.'] },
    { name: 'import rule', program: node, args: ['lib/cli/check-imports.mjs'] },
    { name: 'unused code', program: node, args: [tool(root, 'knip/bin/knip.js')] },
    { name: 'migrations agree with schema.prisma', program: node, args: ['lib/cli/run.mjs', 'check-drift'] },
    {
      name: 'openapi.json agrees with the schemas',
      program: node,
      args: ['lib/cli/run.mjs', 'write-openapi', '--check'],
    },
  ];
}

/** Runs steps one after the other, each said with its outcome; a step's noise is shown only when it fails. */
export async function runSteps(steps, run, say) {
  const failed = [];
  for (const step of steps) {
    const started = performance.now();
    const { ok, output } = await run(step.program, step.args);
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    say(`${ok ? 'passed' : 'FAILED'}  ${step.name} (${seconds} s)`);
    if (ok) continue;
    say(output.trim());
    failed.push(step.name);
  }
  return failed;
}
