import { connect, createServer, type Socket } from 'node:net';
import { Transform } from 'node:stream';

/** What goes wrong on the way; what is left out goes well. */
export type Trouble = {
  /** Everything is late by so much, in both directions together. */
  delayMs?: number;
  /** Whether this piece on its way to the database breaks its connection. */
  breaks?: () => boolean;
};

/**
 * A way to the test's PostgreSQL that can fall silent, as a frozen server does (connections open, nothing is answered), lose
 * what is under way without a word, be slow, break connections, or take no new ones.
 */
export async function openFreezableLink(databaseUrl: string) {
  const target = new URL(databaseUrl);
  const sockets = new Set<Socket>();
  let isFrozen = false;
  let trouble: Trouble = {};

  const server = createServer((near) => {
    const far = connect(Number(target.port), target.hostname);
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(from);
      from.pipe(hindered(from === near ? near : undefined)).pipe(to);
      from.on('error', () => to.destroy());
      from.on('close', () => {
        sockets.delete(from);
        to.destroy();
      });
      if (isFrozen) from.pause();
    }
  });

  /** `near`: given for what goes to the database. */
  function hindered(near: Socket | undefined): Transform {
    return new Transform({
      transform: (chunk, _encoding, pass) => {
        if (near && trouble.breaks?.()) near.resetAndDestroy();
        if (trouble.delayMs === undefined || !near) pass(null, chunk);
        else setTimeout(() => pass(null, chunk), trouble.delayMs);
      },
    });
  }

  const listen = (port: number) => new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  await listen(0);
  const address = server.address();
  const port = typeof address === 'object' ? (address?.port ?? 0) : 0;
  const url = new URL(databaseUrl);
  url.hostname = '127.0.0.1';
  url.port = String(port);
  return {
    url: url.href,
    freeze: () => {
      isFrozen = true;
      for (const socket of sockets) socket.pause();
    },
    thaw: () => {
      isFrozen = false;
      for (const socket of sockets) socket.resume();
    },
    /** What is open now leads nowhere any more, and neither side is told; new connections are fine. */
    lose: () => {
      for (const socket of sockets) socket.unpipe().pause();
    },
    hinder: (by: Trouble) => {
      trouble = by;
    },
    /** New connections are refused, and those that are open break. */
    refuse: () => {
      server.close();
      for (const socket of sockets) socket.resetAndDestroy();
    },
    accept: () => listen(port),
    close: () => {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}
