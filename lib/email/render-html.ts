import { unreachable } from '../errors';
import { escapeHtml } from './escape-html';
import { DEMO_NOTE, type MailBlock, type MailContent, type MailSender } from './mail-content';

const SANS = "font-family:'Geist',-apple-system,'Segoe UI',Helvetica,Arial,sans-serif";
const MONO = "font-family:'Geist Mono',ui-monospace,Menlo,Consolas,monospace";

// Inline styles carry the light theme, because many readers drop style sheets; those that keep them get the dark one.
const DARK_STYLES = `
:root{color-scheme:light dark;supported-color-schemes:light dark}
@media (prefers-color-scheme:dark){
.paper{background:#121316 !important}
.raised{background:#191B1F !important;border-color:#2A2C31 !important}
.ink{color:#ECEAE4 !important}
.muted{color:#A3A19B !important}
.line{border-color:#2A2C31 !important}
.well{background:#121316 !important;border-color:#2A2C31 !important;color:#ECEAE4 !important}
.button{background:#ECEAE4 !important;color:#121316 !important}
.brass{background:#E0B25A !important}
.link{color:#E0B25A !important}
}`.trim();

// The bitting of a key: the store's mark in a mail, drawn with table cells because pictures are often blocked.
const BITTING = [6, 10, 4, 8, 12, 6, 4, 10];

/** The whole HTML document of a mail: one column, one button, nothing loaded from anywhere, nothing that reports back. */
export function renderHtml(content: MailContent, sender: MailSender): string {
  const button = content.button ? buttonHtml(content.button) : '';
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark"><title>${escapeHtml(content.subject)}</title>
<style>${DARK_STYLES}</style></head>
<body class="paper" style="margin:0;padding:0;background:#FCFBF8">
<table role="presentation" class="paper" width="100%" cellpadding="0" cellspacing="0" style="background:#FCFBF8"><tr>
<td align="center" style="padding:32px 16px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:560px"><tr>
<td style="padding:0 4px 16px;${SANS};font-size:15px;line-height:24px" align="left">
${bittingHtml()}<strong class="ink" style="color:#16181D">${escapeHtml(sender.storeName)}</strong></td></tr><tr>
<td class="raised" style="background:#FFFFFF;border:1px solid #E7E3DA;border-radius:10px;padding:32px 28px" align="left">
<h1 class="ink" style="margin:0 0 16px;color:#16181D;${SANS};font-size:24px;line-height:32px;letter-spacing:-0.02em">${escapeHtml(content.heading)}</h1>
${content.blocks.map(blockHtml).join('\n')}
${button}</td></tr><tr>
<td class="muted" style="padding:20px 4px;color:#65635E;${SANS};font-size:13px;line-height:20px" align="left">
${footerHtml(content, sender)}</td></tr></table></td></tr></table></body></html>
`;
}

function bittingHtml(): string {
  const cells = BITTING.map(
    (height) =>
      `<td valign="top" style="padding:0 2px 0 0"><div class="brass" style="width:6px;height:${height}px;background:#8C5E12;font-size:0">&nbsp;</div></td>`,
  ).join('');
  return `<table role="presentation" aria-hidden="true" cellpadding="0" cellspacing="0" style="margin:0 0 8px"><tr>${cells}</tr></table>\n`;
}

function buttonHtml(button: { label: string; url: string }): string {
  return `<p style="margin:24px 0 0"><a class="button" href="${escapeHtml(button.url)}" style="display:inline-block;background:#16181D;color:#FCFBF8;${SANS};font-size:15px;line-height:24px;font-weight:600;text-decoration:none;padding:10px 18px;border-radius:10px">${escapeHtml(button.label)}</a></p>`;
}

function footerHtml(content: MailContent, sender: MailSender): string {
  const demo = sender.isDemoPayments ? `<br><strong>${DEMO_NOTE}</strong>` : '';
  const store = `<a class="link" href="${escapeHtml(sender.storeUrl)}" style="color:#8C5E12">${escapeHtml(sender.storeName)}</a>`;
  return `${escapeHtml(content.reason)}<br>${store}${demo}`;
}

function blockHtml(block: MailBlock): string {
  switch (block.kind) {
    case 'paragraph':
      return `<p class="ink" style="margin:0 0 16px;color:#16181D;${SANS};font-size:15px;line-height:24px">${escapeHtml(block.text)}</p>`;
    case 'copy':
      return copyHtml(block);
    case 'rows':
      return rowsHtml(block.rows);
    default:
      return unreachable(block);
  }
}

function copyHtml(block: { label: string; value: string; note?: string }): string {
  const note = block.note
    ? `<p class="muted" style="margin:4px 0 0;color:#65635E;${SANS};font-size:13px;line-height:20px">${escapeHtml(block.note)}</p>`
    : '';
  return `<div style="margin:0 0 16px"><p class="muted" style="margin:0 0 4px;color:#65635E;${SANS};font-size:13px;line-height:20px">${escapeHtml(block.label)}</p>
<div class="well" style="background:#FCFBF8;border:1px solid #E7E3DA;border-radius:8px;padding:10px 12px;color:#16181D;${MONO};font-size:13px;line-height:20px;word-break:break-all">${escapeHtml(block.value)}</div>${note}</div>`;
}

function rowsHtml(rows: { label: string; value: string; isTotal?: boolean }[]): string {
  const lines = rows.map((row) => {
    const weight = row.isTotal ? 'font-weight:600;' : '';
    const cell = `padding:8px 0;border-top:1px solid #E7E3DA;${weight}color:#16181D;${SANS};font-size:15px;line-height:24px`;
    return `<tr><td class="ink line" style="${cell}">${escapeHtml(row.label)}</td><td class="ink line" align="right" style="${cell};white-space:nowrap;font-variant-numeric:tabular-nums">${escapeHtml(row.value)}</td></tr>`;
  });
  return `<table width="100%" cellpadding="0" cellspacing="0" style="margin:0 0 16px">${lines.join('')}</table>`;
}
