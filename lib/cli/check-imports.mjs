#!/usr/bin/env node
// A step of `npm run check`: the import rule of .dependency-cruiser.cjs over everything that is shipped.
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { cruise } from 'dependency-cruiser';
import extractDepcruiseOptions from 'dependency-cruiser/config-utl/extract-depcruise-options';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';

// With a TypeScript it does not understand, the cruiser sees no modules and reports success.
const FEWEST_MODULES = 200;

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
process.chdir(root);
const options = await extractDepcruiseOptions('./.dependency-cruiser.cjs');
const { output } = await cruise(['app', 'lib', 'prisma'], options, {}, { tsConfig: extractTSConfig('tsconfig.json') });
const own = output.modules.filter(({ source }) => /^(app|lib|prisma)\//.test(source));
for (const { rule, from, to } of output.summary.violations) console.error(`${rule.name}: ${from} → ${to}`);
if (own.length < FEWEST_MODULES) {
  console.error(`Only ${own.length} modules were seen; at least ${FEWEST_MODULES} were expected.`);
}
console.log(`${own.length} modules, ${output.summary.violations.length} forbidden imports`);
process.exit(output.summary.violations.length > 0 || own.length < FEWEST_MODULES ? 1 : 0);
