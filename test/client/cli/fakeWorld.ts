import type { CheckReport } from '../../../client/check/types.ts';
import { run } from '../../../client/cli/run.ts';
import type { World } from '../../../client/cli/world.ts';
import type { PersonView, VinhDanh } from '../../../client/core/types.ts';
import type { MailboxMail } from '../../../client/mailbox.ts';
import type { Status } from '../../../client/status.ts';
import type { RoleHeld } from '../../../contract/roles.ts';
import { cleanCheck } from './examples/check.ts';
import { bodyNames, people } from './examples/people.ts';

export type Fakes = {
  client?: Partial<VinhDanh>;
  /** Roles of whoever acts. */
  roles?: RoleHeld[];
  env?: Record<string, string>;
  files?: Record<string, string>;
  mails?: MailboxMail[];
  status?: Status;
  check?: CheckReport;
  columns?: number;
  open?: World['open'];
};

export type Ran = {
  exit: number;
  out: string;
  err: string;
  written: Record<string, string>;
  logged: string[];
  closed: number;
};

/** Runs the command line in a made-up world; a client method the test did not give fails the command. */
export async function ran(argv: string[], fakes: Fakes = {}): Promise<Ran> {
  const result: Ran = { exit: -1, out: '', err: '', written: {}, logged: [], closed: 0 };
  result.exit = await run(argv, worldOf(fakes, result), '9.9.9');
  return result;
}

/** Runs with --json and gives the parsed document. */
export async function ranJson(
  argv: string[],
  fakes: Fakes = {},
): Promise<{ exit: number; json: Record<string, unknown> }> {
  const { exit, out, err } = await ran([...argv, '--json'], fakes);
  if (err !== '') throw new Error(`stderr under --json: ${err}`);
  return { exit, json: JSON.parse(out) as Record<string, unknown> };
}

function worldOf(fakes: Fakes, result: Ran): World {
  const mails = fakes.mails ?? [];
  return {
    env: fakes.env ?? {},
    columns: fakes.columns ?? null,
    out: (text) => {
      result.out += `${text}\n`;
    },
    err: (text) => {
      result.err += `${text}\n`;
    },
    readText(path) {
      const text = fakes.files?.[path];
      if (text === undefined) throw Object.assign(new Error(`ENOENT: ${path}`), { code: 'ENOENT' });
      return text;
    },
    writeText(path, text) {
      result.written[path] = text;
    },
    open:
      fakes.open ??
      (async () => ({
        client: {
          ...missing,
          bodyNames: async () => bodyNames,
          people: async ({ id } = {}) => peopleOf(fakes, id),
          ...fakes.client,
        },
        close: async () => {
          result.closed += 1;
        },
      })),
    status: async () => fakes.status ?? { ok: true, parts: [] },
    check: async () => fakes.check ?? cleanCheck,
    mailbox: () => ({
      list: async () => ({ total: mails.length, mails }),
      read: async (id) => mails.find((mail) => mail.id === id) ?? null,
    }),
    log(_home, details) {
      result.logged.push(details);
      return '/tmp/log';
    },
  };
}

/** Everybody is known; who is not among the examples holds the roles the test gives. */
function peopleOf({ roles = [] }: Fakes, id: string | undefined): PersonView[] {
  if (id === undefined) return people;
  return [people.find((one) => one.id === id && roles.length === 0) ?? person(id, roles)];
}

function person(id: string, roles: RoleHeld[]): PersonView {
  return { id, name: 'Phan Văn Minh Họa', title: null, homeBody: 'soYTe', roles };
}

const missing = new Proxy({} as VinhDanh, {
  // Spread copies own keys only, so name every method.
  ownKeys: () => methods,
  getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }),
  get: (_, name) => () => {
    throw new Error(`The fake has no ${String(name)}\n    at somewhere.ts:1:1`);
  },
});

const methods = [
  'now',
  'programmes',
  'bodyNames',
  'people',
  'nominate',
  'act',
  'actOnRound',
  'rounds',
  'round',
  'roundUnit',
  'proposedPlan',
  'whyRound',
  'outcome',
  'why',
  'show',
  'list',
  'timeline',
  'inbox',
  'history',
  'path',
  'verify',
  'close',
];

/** Gives the lines as they are printed. */
export function lines(...text: string[]): string {
  return `${text.join('\n')}\n`;
}
