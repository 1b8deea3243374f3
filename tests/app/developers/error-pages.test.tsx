import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { clientErrors } from '@/app/_texts/en/client-errors';
import { manageErrors } from '@/app/_texts/en/manage-errors';
import ProblemPage from '@/app/developers/errors/[reason]/page';
import { explainProblems } from '@/lib/protocols/v1/handle';
import { explainManageProblems } from '@/lib/protocols/v1/manage/handle';

const client = explainProblems();
const manage = explainManageProblems();
const reasons = [...new Set([...client, ...manage].map(({ reason }): string => reason))];

const ANSWERS = ['What it means', 'Usual cause', 'What to tell the user', 'What to try'];

async function pageOf(reason: string): Promise<string> {
  return renderToStaticMarkup(await ProblemPage({ params: Promise.resolve({ reason }) }));
}

const unescaped = (html: string) => html.replaceAll('&#x27;', "'").replaceAll('&amp;', '&').replaceAll('&quot;', '"');

test.each(reasons)('the page of %s says what it means, why, what to tell and what to try', async (reason) => {
  const html = unescaped(await pageOf(reason));
  const apis = [
    { problems: client, words: clientErrors },
    { problems: manage, words: manageErrors },
  ].filter(({ problems }) => problems.some((one) => one.reason === reason));
  for (const answer of ANSWERS) expect(html.split(`>${answer}<`)).toHaveLength(apis.length + 1);
  for (const { problems, words } of apis) {
    const told: Record<string, string> = words;
    for (const part of ['meaning', 'cause', 'tell', 'try']) expect(html).toContain(told[`${part}.${reason}`]);
    const status = problems.find((one) => one.reason === reason)?.status;
    expect(html).toContain(`HTTP status ${status}, code “${reason}”`);
  }
});

test.each([
  ['client calls', clientErrors, client],
  ['the management API', manageErrors, manage],
])('of %s no words are kept for a refusal that nobody gives', (_api, words, problems) => {
  const explained = new Set(Object.keys(words).map((name) => name.split('.')[1]));
  expect([...explained].sort()).toEqual(problems.map(({ reason }): string => reason).sort());
});

test('a word that is no refusal has no page', async () => {
  await expect(pageOf('made_up')).rejects.toThrow();
});
