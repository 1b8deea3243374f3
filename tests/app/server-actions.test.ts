import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

type Action = { name: string; text: string; docstring: string };

const FUNCTION = /(?:\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\n)?(export )?async function (\w+)[\s\S]*?\n}\n/g;

/** The exported actions of a file, each with the text of the private helpers that it calls. */
function actionsOf(source: string): Action[] {
  const found = [...source.matchAll(FUNCTION)].map(([text, docstring = '', exported, name = '']) => ({
    name,
    text,
    docstring,
    isAction: exported !== undefined,
  }));
  const helpers = found.filter(({ isAction }) => !isAction);
  return found
    .filter(({ isAction }) => isAction)
    .map((action) => ({
      ...action,
      text: [action, ...helpers.filter(({ name }) => action.text.includes(`${name}(`))]
        .map(({ text }) => text)
        .join(''),
    }));
}

const files = readFilesOf('app').filter(({ source }) => source.startsWith("'use server'"));
const actions = files.flatMap(({ file, source }) => actionsOf(source).map((action) => ({ file, ...action })));

test('the actions are found', () => {
  expect(actions.length).toBeGreaterThanOrEqual(20);
  expect(actions.length).toBe(files.flatMap(({ source }) => source.match(/^export /gm) ?? []).length - typesOf());
});

test.each(actions)('$name refuses what another site sent, and says who may call it', ({ text, docstring }) => {
  // requireAdminChange asks for both: the own page and the admin.
  if (text.includes('await requireAdminChange(')) return;
  expect(text).toContain('await requireOwnPage();');
  expect(/require(Customer|Admin|StepUp)\(/.test(text) || docstring.trim().startsWith('Public:')).toBe(true);
});

// security.md T14: what a stolen session must not do. Reveal and widening of developer keys ask by the owner's policy.
const PROVEN = ['savePolicy', 'addPlan', 'savePlan', 'makeDefault', 'createEndpoint', 'saveEndpoint', 'replaceSecret'];

test.each(PROVEN)('%s asks again who it is', (name) => {
  const found = actions.filter((action) => action.name === name && /^admin\/(api-keys|webhooks)\//.test(action.file));
  expect(found).toHaveLength(1);
  for (const { text } of found) expect(text).toContain('await requireStepUp(');
});

// Whatever breaks while somebody signs in, registers, resets or steps up lets nobody through and leaves them their form.
const CHECKED = ['signInAction', 'registerAction', 'requestResetAction', 'choosePasswordAction', 'finishSignInAction'];

test.each([...CHECKED, 'stepUpAction', 'verifyWithPasswordAction', 'claimStoreAction'])(
  '%s answers its form also when it cannot be checked',
  (name) => {
    const found = actions.filter((action) => action.name === name);
    expect(found).toHaveLength(1);
    for (const { text } of found) expect(text).toContain('return orNotChecked(');
  },
);

test.each([
  'api-keys/policy',
  'api-keys/plans/new',
  'api-keys/plans/[plan]',
  'webhooks/out/new',
  'webhooks/out/[id]/edit',
])('the page %s lets nobody type what a missing proof would lose', (page) =>
  expect(readFileSync(`app/admin/${page}/page.tsx`, 'utf8')).toContain('await requireStepUp('),
);

test.each(actions)('$name reads a form only by formField, because its arguments may be anything', ({ text }) => {
  expect(text).not.toMatch(/\b(form|formData|data)\.(get|getAll|entries|has)\(/i);
});

const doors = readFilesOf('app').filter(({ file }) => /(^|\/)(page\.tsx|route\.ts)$/.test(file));

test('the pages and routes are found', () => expect(doors.length).toBeGreaterThanOrEqual(120));

test.each(doors)('app/$file asks who is there, or says that it is public', ({ source }) => {
  expect(/\brequire[A-Z]\w+\(/.test(source) || /(\/\/|\*) Public\b/.test(source)).toBe(true);
});

function typesOf(): number {
  return files.flatMap(({ source }) => source.match(/^export type /gm) ?? []).length;
}

function readFilesOf(folder: string): { file: string; source: string }[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => ({ file, source: readFileSync(`${folder}/${file}`, 'utf8') }));
}
