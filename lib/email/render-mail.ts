import { unreachable } from '../errors';
import { drawMail } from './draw-mail';
import {
  CHOICE_WORDS,
  DEMO_NOTE,
  type MailBlock,
  type MailContent,
  type MailSender,
  type RenderedMail,
  SUPPORT_WORDS,
} from './mail-content';
import { DARK, LIGHT } from './mail-palette';

/**
 * Turns what a mail says into subject, plain text and HTML. Demo payments mark all three. `scheme` is for a preview: a mail
 * that is sent is light and turns dark where its reader's program does.
 */
export async function renderMail(
  content: MailContent,
  sender: MailSender,
  scheme: 'light' | 'dark' = 'light',
): Promise<RenderedMail> {
  const subject = `${sender.isDemoPayments ? '[DEMO] ' : ''}${content.subject}`.replace(/[\r\n]+/g, ' ');
  const html = await drawMail({ ...content, subject }, sender, scheme === 'dark' ? DARK : LIGHT);
  return { subject, text: renderText(content, sender), html };
}

function renderText(content: MailContent, sender: MailSender): string {
  const parts = [content.heading, ...content.blocks.map(blockText)];
  if (content.button) parts.push(`${content.button.label}:\n${content.button.url}`);
  parts.push(
    [
      '--',
      `${sender.storeName} · ${sender.storeUrl}`,
      content.reason,
      ...(sender.support ? [`${SUPPORT_WORDS} ${sender.support.label}`] : []),
      ...choiceLines(content),
      ...(sender.isDemoPayments ? [DEMO_NOTE] : []),
    ].join('\n'),
  );
  return `${parts.join('\n\n')}\n`;
}

function choiceLines({ choice }: MailContent): string[] {
  if (!choice) return [];
  return [`${CHOICE_WORDS.stop}: ${choice.stopUrl}`, `${CHOICE_WORDS.choose}: ${choice.choicesUrl}`];
}

function blockText(block: MailBlock): string {
  switch (block.kind) {
    case 'paragraph':
      return block.text;
    case 'copy':
      return `${block.label}:\n${block.value}${block.note ? `\n${block.note}` : ''}`;
    case 'rows':
      return block.rows.map((row) => `${row.label}: ${row.value}`).join('\n');
    default:
      return unreachable(block);
  }
}
