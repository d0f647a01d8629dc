import type { CheckReport } from '../check/types.ts';
import type { VinhDanh } from '../core/types.ts';
import type { MailboxFilter, MailboxList, MailboxMail } from '../mailbox.ts';
import type { Status } from '../status.ts';

/** A running installation, as the commands need it. Tests give a fake one. */
export type Installation = { client: VinhDanh; close(): Promise<void> };

/** The development mailbox. */
export type Mailbox = {
  list(filter: MailboxFilter): Promise<MailboxList>;
  read(id: string): Promise<MailboxMail | null>;
};

/** Everything outside the program that the command line touches. Tests give a fake one. */
export type World = {
  env: Record<string, string | undefined>;
  /** Columns of the terminal, or null when the output goes elsewhere (then no line is ever broken). */
  columns: number | null;
  out(text: string): void;
  err(text: string): void;
  readText(path: string): string;
  writeText(path: string, text: string): void;
  /** Opens the installation in `home` (or the one found by itself). Throws CliFailure when it is not running. */
  open(home: string | undefined): Promise<Installation>;
  status(home: string | undefined): Promise<Status>;
  /** Checks the whole database, with `engine` the engine too. Throws CliFailure when the installation is not running. */
  check(home: string | undefined, engine: boolean): Promise<CheckReport>;
  mailbox(home: string | undefined): Mailbox;
  /** Keeps the details of an unexpected error; gives the file's path, or null when none could be written. */
  log(home: string | undefined, details: string): string | null;
};
