import { env } from '../../lib/env';
import { newToken } from '../../lib/secrets/token';

export type DemoLogin = { email: string; password: string };

const PASSWORD_LENGTH = 20;

/**
 * Who may sign in to the demo store. ADMIN_EMAIL and ADMIN_PASSWORD win for the owner; DEMO_FIXED_LOGIN, which start-up
 * allows on a loopback address only, gives known passwords; otherwise every store makes its own.
 */
export function demoPeople(): { admin: DemoLogin; buyer: DemoLogin } {
  const { admin, demoFixedLogin } = env();
  const password = (who: string) => (demoFixedLogin ? `${who}-of-this-demo` : newToken().slice(0, PASSWORD_LENGTH));
  return {
    admin: admin ?? { email: 'owner@example.test', password: password('owner') },
    buyer: { email: 'buyer@example.test', password: password('buyer') },
  };
}
