import type { MailContent, MailSender } from './mail-content';
import { MailFrame } from './mail-frame';
import type { MailPalette } from './mail-palette';

/**
 * The whole HTML document of a mail. React Email and React's renderer are loaded with the first mail, not with the store:
 * they take a fifth of a second and 17 MB.
 */
export async function drawMail(content: MailContent, sender: MailSender, palette: MailPalette): Promise<string> {
  const { render } = await import('@react-email/render');
  return render(<MailFrame content={content} sender={sender} palette={palette} />);
}
