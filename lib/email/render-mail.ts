import { unreachable } from '../errors';
import { DEMO_NOTE, type MailBlock, type MailContent, type MailSender, type RenderedMail } from './mail-content';
import { renderHtml } from './render-html';

/** Turns what a mail says into subject, plain text and HTML. Demo payments mark all three. */
export function renderMail(content: MailContent, sender: MailSender): RenderedMail {
  const subject = `${sender.isDemoPayments ? '[DEMO] ' : ''}${content.subject}`.replace(/[\r\n]+/g, ' ');
  return { subject, text: renderText(content, sender), html: renderHtml({ ...content, subject }, sender) };
}

function renderText(content: MailContent, sender: MailSender): string {
  const parts = [content.heading, ...content.blocks.map(blockText)];
  if (content.button) parts.push(`${content.button.label}:\n${content.button.url}`);
  parts.push(['--', `${sender.storeName} · ${sender.storeUrl}`, content.reason, ...demoLine(sender)].join('\n'));
  return `${parts.join('\n\n')}\n`;
}

function demoLine(sender: MailSender): string[] {
  return sender.isDemoPayments ? [DEMO_NOTE] : [];
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
