/** The colours of a mail, as the store's own pages have them. */
export type MailPalette = Record<
  'paper' | 'raised' | 'line' | 'ink' | 'muted' | 'brass' | 'button' | 'onButton',
  string
>;

export const LIGHT: MailPalette = {
  paper: '#FCFBF8',
  raised: '#FFFFFF',
  line: '#E7E3DA',
  ink: '#16181D',
  muted: '#65635E',
  brass: '#8C5E12',
  button: '#16181D',
  onButton: '#FCFBF8',
};

export const DARK: MailPalette = {
  paper: '#121316',
  raised: '#191B1F',
  line: '#2A2C31',
  ink: '#ECEAE4',
  muted: '#A3A19B',
  brass: '#E0B25A',
  button: '#ECEAE4',
  onButton: '#121316',
};

// Inline styles carry the light theme, because many readers drop style sheets; those that keep them get the dark one and,
// on a phone, more room for the words.
export const STYLE_SHEET = `:root{color-scheme:light dark;supported-color-schemes:light dark}
@media (max-width:480px){
.raised{padding:24px 20px !important}
.button{display:block !important;text-align:center !important}
}
@media (prefers-color-scheme:dark){
.paper,.well{background:${DARK.paper} !important}
.raised{background:${DARK.raised} !important}
.raised,.well,.line{border-color:${DARK.line} !important}
.ink,.well{color:${DARK.ink} !important}
.muted{color:${DARK.muted} !important}
.brass{background:${DARK.brass} !important}
.link{color:${DARK.brass} !important}
.button{background:${DARK.button} !important;color:${DARK.onButton} !important}
}`;
