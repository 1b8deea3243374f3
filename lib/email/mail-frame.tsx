import type { ReactNode } from 'react';
import { Block, prose, small } from './mail-blocks';
import { CHOICE_WORDS, DEMO_NOTE, type MailContent, type MailSender, SUPPORT_WORDS } from './mail-content';
import { type MailPalette, STYLE_SHEET } from './mail-palette';

type MailFrameProps = { content: MailContent; sender: MailSender; palette: MailPalette };

/** Every mail of the store: one column, one thing to say, one button, nothing loaded from anywhere. */
export function MailFrame({ content, sender, palette }: MailFrameProps) {
  return (
    <html lang="en" dir="ltr">
      {/* biome-ignore lint/style/noHeadElement: a mail is no page of Next. */}
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <meta name="format-detection" content="telephone=no,date=no,address=no,email=no,url=no" />
        <title>{content.subject}</title>
        <style>{STYLE_SHEET}</style>
      </head>
      <body className="paper" style={{ margin: 0, padding: 0, background: palette.paper }}>
        <Preheader content={content} />
        <table
          role="presentation"
          className="paper"
          width="100%"
          cellPadding={0}
          cellSpacing={0}
          style={{ background: palette.paper }}
        >
          <tbody>
            <tr>
              <td align="center" style={{ padding: '40px 16px' }}>
                <Column content={content} sender={sender} palette={palette} />
              </td>
            </tr>
          </tbody>
        </table>
      </body>
    </html>
  );
}

/** What a list of mails shows beside the subject. */
function Preheader({ content }: { content: MailContent }) {
  const first = content.blocks.find(({ kind }) => kind === 'paragraph');
  return (
    <div aria-hidden="true" style={{ display: 'none', maxHeight: 0, overflow: 'hidden' }}>
      {first?.kind === 'paragraph' ? first.text : content.heading}
    </div>
  );
}

function Column({ content, sender, palette }: MailFrameProps) {
  const { button } = content;
  return (
    <table role="presentation" width="100%" cellPadding={0} cellSpacing={0} style={{ maxWidth: '560px' }}>
      <tbody>
        <Line>
          <td align="left" style={{ padding: '0 4px 16px' }}>
            <Bitting palette={palette} />
            <p className="ink" style={{ ...prose(palette.ink), margin: 0, fontWeight: 600 }}>
              {sender.storeName}
            </p>
          </td>
        </Line>
        <Line>
          <td
            className="raised"
            align="left"
            style={{
              background: palette.raised,
              border: `1px solid ${palette.line}`,
              borderRadius: '12px',
              padding: '36px 36px 32px',
            }}
          >
            <h1 className="ink" style={heading(palette)}>
              {content.heading}
            </h1>
            {content.blocks.map((block, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a mail is rendered once, and two blocks may say the same.
              <Block key={place} block={block} palette={palette} />
            ))}
            {button === undefined ? null : <Button {...button} palette={palette} />}
          </td>
        </Line>
        <Line>
          <td align="left" style={{ padding: '20px 4px 0' }}>
            <Footer content={content} sender={sender} palette={palette} />
          </td>
        </Line>
      </tbody>
    </table>
  );
}

function Line({ children }: { children: ReactNode }) {
  return <tr>{children}</tr>;
}

const heading = (palette: MailPalette) => ({
  ...prose(palette.ink),
  fontSize: '24px',
  lineHeight: '32px',
  fontWeight: 650,
  letterSpacing: '-0.02em',
});

// The bitting of a key: the store's mark, drawn with table cells because pictures are often blocked.
const BITTING = ['a6', 'b10', 'c4', 'd8', 'e12', 'f6', 'g4', 'h10'];

function Bitting({ palette }: { palette: MailPalette }) {
  return (
    <table role="presentation" aria-hidden="true" cellPadding={0} cellSpacing={0} style={{ margin: '0 0 8px' }}>
      <tbody>
        <tr>
          {BITTING.map((tooth) => (
            <td key={tooth} valign="top" style={{ padding: '0 2px 0 0' }}>
              <div
                className="brass"
                style={{ width: '6px', height: `${tooth.slice(1)}px`, background: palette.brass, fontSize: 0 }}
              >
                &nbsp;
              </div>
            </td>
          ))}
        </tr>
      </tbody>
    </table>
  );
}

function Button({ label, url, palette }: { label: string; url: string; palette: MailPalette }) {
  return (
    <p style={{ margin: '28px 0 0' }}>
      <a
        className="button"
        href={url}
        style={{
          ...prose(palette.onButton),
          display: 'inline-block',
          margin: 0,
          background: palette.button,
          fontWeight: 600,
          textDecoration: 'none',
          padding: '10px 20px',
          borderRadius: '10px',
        }}
      >
        {label}
      </a>
    </p>
  );
}

function Footer({ content, sender, palette }: MailFrameProps) {
  const link = { color: palette.brass };
  return (
    <>
      <p className="muted" style={{ ...small(palette.muted), margin: '0 0 8px' }}>
        {content.reason}
      </p>
      {content.choice === undefined ? null : (
        <p className="muted" style={{ ...small(palette.muted), margin: '0 0 8px' }}>
          <a className="link" href={content.choice.stopUrl} style={link}>
            {CHOICE_WORDS.stop}
          </a>
          {' · '}
          <a className="link" href={content.choice.choicesUrl} style={link}>
            {CHOICE_WORDS.choose}
          </a>
        </p>
      )}
      {sender.support === undefined ? null : (
        <p className="muted" style={{ ...small(palette.muted), margin: '0 0 8px' }}>
          {SUPPORT_WORDS}{' '}
          <a className="link" href={sender.support.href} style={link}>
            {sender.support.label}
          </a>
        </p>
      )}
      <p className="muted" style={small(palette.muted)}>
        <a className="link" href={sender.storeUrl} style={link}>
          {sender.storeName}
        </a>
      </p>
      {sender.isDemoPayments ? (
        <p className="muted" style={{ ...small(palette.muted), margin: '8px 0 0', fontWeight: 600 }}>
          {DEMO_NOTE}
        </p>
      ) : null}
    </>
  );
}
