import { expect, test } from 'vitest';
import { MAIL_CATALOGUE, MAIL_NAMES } from '@/lib/email/mail-catalogue';
import { renderMail } from '@/lib/email/render-mail';
import { mailJob } from '@/lib/jobs/enqueue-mail';

const sender = { storeName: 'Keys & Co', storeUrl: 'https://store.example', isDemoPayments: false };
const scene = { at: new Date('2026-11-21T10:00:00Z'), storeUrl: sender.storeUrl };
const choice = { stopUrl: `${sender.storeUrl}/unsubscribe/t`, choicesUrl: `${sender.storeUrl}/account/notifications` };
const examples = MAIL_NAMES.flatMap((name) =>
  MAIL_CATALOGUE[name].examples(scene).map((example) => ({ name, example: example.name, content: example.content })),
);

test('the catalogue names what the outbox takes, and the test mail, which goes past it', () => {
  const taken = mailJob.options.map(({ shape }) => shape.template.value);
  expect([...MAIL_NAMES].sort()).toEqual([...taken, 'test'].sort());
});

test('what nobody has to get is news, reminders and devices, and nothing else', () => {
  const byChoice = MAIL_NAMES.filter((name) => !MAIL_CATALOGUE[name].isTransactional);
  expect(byChoice).toEqual(['licence_ending', 'new_release', 'device_activated']);
});

test.each(examples)('$name, $example: one heading, one button, the same words in both forms', async ({ content }) => {
  const { subject, text, html } = await renderMail({ ...content, choice }, sender);
  expect(subject).not.toMatch(/[\r\n!]/);
  expect(html.match(/<h1/g)).toHaveLength(1);
  expect(html.match(/class="button"/g)).toHaveLength(1);
  expect(html).not.toMatch(/<img|<script|<link|@import|url\(/i);
  expect(html).toContain('color-scheme');
  expect(html).toContain('prefers-color-scheme:dark');
  for (const body of [text, html]) {
    expect(body).not.toMatch(/undefined|NaN|\[object|!(?!important|DOCTYPE)[^-]/);
    expect(body).toContain(choice.stopUrl);
  }
  expect(text).toContain(content.heading);
  expect(text).toContain(content.button?.url);
  expect(text).not.toMatch(/<[a-z]+[ >]|&[a-z]+;/);
});

test('a dark preview is dark without its style sheet', async () => {
  const { content } = MAIL_CATALOGUE.order.examples(scene)[0] ?? { content: undefined };
  if (!content) throw new Error('There is no example of the order mail');
  const [light, dark] = [await renderMail(content, sender), await renderMail(content, sender, 'dark')];
  const inline = (html: string) => html.replace(/<style>[\s\S]*?<\/style>/g, '');
  expect(inline(light.html)).toContain('background:#FCFBF8');
  expect(inline(dark.html)).toContain('background:#121316');
  expect(inline(dark.html)).not.toContain('background:#FCFBF8');
});
