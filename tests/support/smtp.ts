import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { afterEach } from 'vitest';

export type SmtpAnswers = { recipient?: Error | undefined; data?: Error | undefined; asksToSignIn?: boolean };

const servers: SMTPServer[] = [];

/** What an SMTP server says no with: 4xx for now, 5xx for good. */
export function smtpRefusal(responseCode: number, text: string): Error {
  return Object.assign(new Error(text), { responseCode });
}

/** A real SMTP server in this process, on a free port unless one is named, that takes mail or refuses as `answers` say at that moment. */
export async function anSmtpServer(answers: SmtpAnswers = {}, wantedPort = 0) {
  const received: string[] = [];
  const server = new SMTPServer({
    disabledCommands: answers.asksToSignIn ? ['STARTTLS'] : ['STARTTLS', 'AUTH'],
    onAuth: (_auth, _session, done) => done(smtpRefusal(535, 'Wrong user name or password')),
    onRcptTo: (_address, _session, done) => done(answers.recipient),
    onData: (stream, _session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        received.push(Buffer.concat(chunks).toString('utf8'));
        done(answers.data);
      });
    },
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(wantedPort, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo; // it listens on TCP
  return { received, port, close: () => new Promise<void>((resolve) => server.close(() => resolve())) };
}

/** Ends the SMTP servers after each test of this file. */
export function closeSmtpServers(): void {
  afterEach(async () => {
    await Promise.all(servers.splice(0).map((server) => new Promise<void>((resolve) => server.close(() => resolve()))));
  });
}
