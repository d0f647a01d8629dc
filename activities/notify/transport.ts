import type { NodemailerError, SendMailOptions } from 'nodemailer';
import { createTransport } from 'nodemailer';
import type { Failure } from '../../store/attempts.ts';

export type MailTransport = {
  /** Gives the server's answer. Throws what nodemailer throws; `failureOf` reads it. */
  send(mail: SendMailOptions, signal: AbortSignal): Promise<string>;
  close(): void;
};

export type TransportOptions = { smtpUrl: string; connections: number; inactivityMs: number };

/** Opens a pool of SMTP connections to `smtpUrl` (`smtp://user:password@host:587`, `smtps://…`). Connects at first use. */
export function openTransport({ smtpUrl, connections, inactivityMs }: TransportOptions): MailTransport {
  const pool = createTransport({
    url: smtpUrl,
    pool: true,
    maxConnections: connections,
    // The outbox repeats, with a log; the pool must not do so behind its back.
    maxRequeues: 0,
    connectionTimeout: Math.min(10_000, inactivityMs),
    greetingTimeout: Math.min(10_000, inactivityMs),
    dnsTimeout: Math.min(10_000, inactivityMs),
    socketTimeout: inactivityMs,
  });
  // The pool reports a lost idle connection as an event; every send reports its own failure.
  pool.on('error', () => {});
  return {
    send: async (mail, signal) => (await pool.sendMail({ ...mail, signal })).response,
    close: () => pool.close({ force: true }),
  };
}

/** The server's trouble, not the notice's: connection, name, TLS, sign-in, configuration. */
const serverCodes = new Set([
  'ECONNECTION',
  'ETIMEDOUT',
  'ESOCKET',
  'EDNS',
  'ETLS',
  'EREQUIRETLS',
  'EAUTH',
  'ENOAUTH',
  'EOAUTH2',
  'ECONFIG',
  'EPROXY',
  'EPROTOCOL',
]);

/** Gives what the delivery log says of a failed send, and whether server or notice is to blame. */
export function failureOf(error: unknown): Failure {
  if (!(error instanceof Error)) return { kind: 'temporary', error: String(error) };
  const { code, responseCode, response, command } = error as NodemailerError;
  const failure = { error: `${code ?? error.name} ${error.message}`, ...(response ? { response } : {}) };
  // The server's answer to recipient or content decides first; 421 closes the whole service.
  const aboutNotice = code === 'EENVELOPE' || code === 'EMESSAGE';
  if (aboutNotice && responseCode !== undefined && responseCode !== 421) {
    // 503 is a mix-up of the session, and a refused sender is our configuration: both may be right next time.
    const permanent = responseCode >= 500 && responseCode !== 503 && command !== 'MAIL FROM';
    return { kind: permanent ? 'permanent' : 'temporary', ...failure };
  }
  if (responseCode === 421 || (code !== undefined && serverCodes.has(code))) return { kind: 'unreachable', ...failure };
  return { kind: 'temporary', ...failure };
}
