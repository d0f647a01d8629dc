import type { AddressInfo } from 'node:net';
import type { SMTPServerDataStream, SMTPServerSession } from 'smtp-server';
import { SMTPServer } from 'smtp-server';
import { openStorage } from './storage.ts';

export type MailboxOptions = {
  /** 0 takes a free port. */
  smtpPort: number;
  folder: string;
  /** Loopback unless told otherwise: the mailbox asks nobody who they are. */
  host?: string;
};
export type RunningMailbox = { smtpUrl: string; smtpPort: number; folder: string; stop(): Promise<void> };

const largestMailBytes = 25 * 1024 * 1024;

/**
 * Starts the development mailbox: a real SMTP server that keeps every mail in `folder` and sends none on.
 * Throws (EADDRINUSE …) when it cannot listen.
 */
export async function startMailbox(options: MailboxOptions): Promise<RunningMailbox> {
  const host = options.host ?? '127.0.0.1';
  const storage = await openStorage(options.folder);

  async function receive(stream: SMTPServerDataStream, session: SMTPServerSession): Promise<string> {
    const chunks: Buffer[] = [];
    for await (const chunk of stream) if (!stream.sizeExceeded) chunks.push(chunk as Buffer);
    if (stream.sizeExceeded) throw Object.assign(new Error('Mail larger than 25 MB'), { responseCode: 552 });
    const recipients = session.envelope.rcptTo.map(({ address }) => address);
    return storage.store(Buffer.concat(chunks), recipients);
  }

  const server = new SMTPServer({
    name: 'mailbox.vinhdanh.invalid',
    banner: 'Vinh Danh development mailbox',
    authOptional: true,
    // The server has no certificate of its own; on loopback there is nothing to protect from.
    disabledCommands: ['STARTTLS'],
    // A reverse look-up of each client could wait for a name server that a development machine may not have.
    disableReverseLookup: true,
    size: largestMailBytes,
    onAuth: (_auth, _session, callback) => callback(null, { user: 'anyone' }),
    onData(stream, session, callback) {
      receive(stream, session).then(
        (id) => callback(null, `Kept as ${id}`),
        (error: unknown) => callback(error instanceof Error ? error : new Error(String(error))),
      );
    },
  });
  // A client that breaks off is its own matter; without a listener the event would end our process.
  server.on('error', () => {});
  const smtpPort = await new Promise<number>((resolve, reject) => {
    server.server.once('error', reject);
    server.listen(options.smtpPort, host, () => resolve((server.server.address() as AddressInfo).port));
  });
  return {
    smtpUrl: `smtp://${host}:${smtpPort}`,
    smtpPort,
    folder: options.folder,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
