import type { ActEvent, ChangeEvent, NominationEvent } from '../../../contract/events.ts';
import { changeTypes } from '../../../contract/events.ts';
import type { NominationInput } from '../../../contract/nomination.ts';
import type { RoleName } from '../../../contract/roles.ts';
import type { DeadlineName, StateName } from '../../../contract/states.ts';
import { expiringDeadlines, isTerminal } from '../../../contract/states.ts';
import type { Applied } from '../../../machines/interpreter.ts';
import { wakeAt } from '../../../machines/interpreter.ts';

/** Fails with the message; cheaper than `expect` in a loop of a million checks. */
export function hold(condition: boolean, message: string): void {
  if (!condition) throw new Error(message);
}

const official: readonly RoleName[] = [
  'reviewer',
  'appraiser',
  'councilSecretary',
  'approvingAuthority',
  'administrator',
];
/** What the nominating side must do while its clock runs. */
const inTimeOnly = ['draft.amend', 'draft.signOff', 'supplement.submit', 'nomination.revive'];

type Stopped = { name: DeadlineName; leftMs: number; at: number; by: 'hold' | 'suspension' };
const ms = Date.parse;
const isChange = (event: ActEvent | ChangeEvent): event is ChangeEvent =>
  (changeTypes as readonly string[]).includes(event.type);

/** The rules once more, written without the machine: what a clerk with a pencil would keep of one nomination. */
export class Ledger {
  readonly input: NominationInput;
  readonly capacity = new Map<string, RoleName>();
  readonly visited = new Set<StateName>();
  readonly happened = new Set<string>();
  tier = 0;
  /** Clocks that stand still, the last one stopped at the end. */
  readonly stopped: Stopped[] = [];

  constructor(input: NominationInput) {
    this.input = input;
    this.capacity.set(input.openedBy, 'unitClerk');
  }

  enter(before: Applied, event: NominationEvent, after: Applied): void {
    hold(after.revision === before.revision + 1, 'revision grows by exactly one');
    hold(!isTerminal(before.to), 'a terminal state absorbs');
    this.visited.add(after.to);
    if (event.type === 'deadline.pass') {
      this.deadline(before, event.at, after);
      return;
    }
    this.person(event);
    if (isChange(event)) this.change(before, event, after);
    else this.act(before, event, after);
    if (event.type === 'authority.submitUp') this.tier += 1;
    if (event.type.endsWith('.sendBack') || event.type === 'nomination.revive') this.tier = 0;
  }

  private get suspended(): boolean {
    return this.stopped.at(-1)?.by === 'suspension';
  }

  private deadline(before: Applied, at: string, after: Applied): void {
    const deadline = before.snapshot.context.deadline;
    hold(
      deadline !== null && ms(at) > ms(deadline.wakeAt),
      'a deadline passes only after it is due, and its grace time over',
    );
    const ends = !this.suspended && (expiringDeadlines as readonly string[]).includes(deadline?.name ?? '');
    hold(ends === (after.to !== before.to), 'only the nominating side’s deadlines move the state');
    hold(ends === isTerminal(after.to), 'an official’s lateness ends nothing');
  }

  private person(event: ActEvent | ChangeEvent): void {
    const { actor, as } = event;
    const { nominee, bodies, guards } = this.input;
    if (!isChange(event)) {
      const earlier = this.capacity.get(actor.personId);
      hold(earlier === undefined || earlier === as, 'nobody acts in two capacities');
      this.capacity.set(actor.personId, as);
    }
    hold(nominee.kind === 'collective' || actor.personId !== nominee.id, 'nobody acts on their own dossier');
    hold(
      nominee.kind === 'individual' || !official.includes(as) || actor.homeBody !== nominee.id,
      'no official on their own collective',
    );
    hold(
      !guards.includes('notFromNomineesBody') || !official.includes(as) || actor.homeBody !== bodies.unit,
      'not from the nominee’s body',
    );
    const reached = bodies.authorities.slice(isChange(event) ? 0 : this.tier, this.tier + 1);
    const body: Record<RoleName, readonly (string | undefined)[]> = {
      unitClerk: [bodies.unit],
      unitHead: [bodies.unit],
      reviewer: [bodies.inCharge],
      appraiser: [event.type === 'appraisal.give' ? event.division : undefined],
      councilSecretary: [bodies.standingBody],
      approvingAuthority: reached,
      administrator: isChange(event) ? reached : [],
    };
    hold(
      actor.roles.some((held) => held.role === as && body[as].includes(held.body)),
      `${event.type} only by a holder of ${as} for the right body`,
    );
    if (event.type.startsWith('authority.')) hold(as === 'approvingAuthority', 'only the authority decides');
    if (event.type.startsWith('round.')) hold(as !== 'councilSecretary', 'only the authority stops a round');
  }

  private act(before: Applied, event: ActEvent, after: Applied): void {
    hold(!this.suspended, 'nothing is done while the round is suspended');
    const deadline = before.snapshot.context.deadline;
    const overdue = deadline !== null && ms(event.at) > ms(deadline.dueAt);
    if (inTimeOnly.includes(event.type) && overdue) {
      const { grace } = deadline;
      hold(grace?.kind === 'soft' && ms(event.at) <= ms(grace.endsAt), 'after the due time only in a soft grace time');
    }
    hold((after.late === true) === (inTimeOnly.includes(event.type) && overdue), 'late says which');
    if (after.late) this.happened.add('late');
    if (event.type === 'nomination.hold') this.stop(before, event.at, 'hold');
    if (event.type === 'nomination.resume') this.goOn(event.at, after, 'hold');
  }

  private change(before: Applied, event: ChangeEvent, after: Applied): void {
    this.happened.add(event.type);
    hold(
      after.to === (event.type === 'round.cancel' ? 'cancelled' : before.to),
      'a change moves no state but to cancelled',
    );
    if (event.type === 'round.suspend') {
      hold(!this.suspended, 'suspended once');
      if (this.stopped.length > 0) this.happened.add('held and suspended');
      this.stop(before, event.at, 'suspension');
      hold(
        after.workItems.every((item) => item.queue.startsWith('councilSecretary@')),
        'the secretary reviews it',
      );
    }
    if (event.type === 'round.resume') this.goOn(event.at, after, 'suspension');
    if (event.type === 'deadline.change') this.moved(before, event, after);
  }

  private stop({ snapshot }: Applied, at: string, by: Stopped['by']): void {
    const { deadline } = snapshot.context;
    if (deadline) this.stopped.push({ name: deadline.name, leftMs: ms(deadline.dueAt) - ms(at), at: ms(at), by });
  }

  private goOn(at: string, { snapshot }: Applied, by: Stopped['by']): void {
    const last = this.stopped.pop();
    const { deadline } = snapshot.context;
    hold(last?.by === by, 'what was stopped last goes on first');
    hold(deadline?.name === last?.name, 'the clock that was stopped goes on');
    hold(ms(deadline?.dueAt ?? '') - ms(at) === last?.leftMs, 'a resumed clock has what was left of it');
    hold(deadline?.level === 0, 'it escalates from the first step');
  }

  private moved(
    before: Applied,
    { of, dueAt = '', at }: ChangeEvent & { type: 'deadline.change' },
    after: Applied,
  ): void {
    const [was, is] = [before.snapshot.context.deadline, after.snapshot.context.deadline];
    const stopped = this.stopped.findLast((clock) => clock.name === of);
    if (was?.name === of) {
      hold(is?.dueAt === dueAt && is.level === 0 && ms(dueAt) > ms(at), 'the running deadline moves, ahead');
      hold(wakeAt(after.snapshot) === (is?.grace?.endsAt ?? dueAt), 'it wakes at the new end');
      return;
    }
    hold(JSON.stringify(was) === JSON.stringify(is), 'what runs stays as it is');
    if (!stopped) {
      hold(of === 'draft', 'of what is not there, only the window moves');
      return;
    }
    stopped.leftMs = ms(dueAt) - stopped.at;
    hold(stopped.leftMs > 0, 'something is left of it');
    this.happened.add('moved while it stood still');
  }
}
