import type { RoleName } from '../../../../contract/roles.ts';
import { parseQueue, recipientNames } from '../../../../contract/roles.ts';
import type { RoundInput } from '../../../../contract/round.ts';
import type { RoundEvent } from '../../../../contract/roundEvents.ts';
import { isRoundOver } from '../../../../contract/roundStates.ts';
import type { RoundApplied } from '../../../../machines/round/interpreter.ts';
import { isRoundDone, roundWakeAt } from '../../../../machines/round/interpreter.ts';

const ms = (at: string): number => Date.parse(at);
const dayMs = 86_400_000;

export function hold(condition: boolean, what: string): void {
  if (!condition) throw new Error(`Broken: ${what}`);
}

/** Who may do what, written down a second time, by hand. */
const mayDo: Record<string, readonly RoleName[]> = {
  'plan.submit': ['reviewer'],
  'plan.approve': ['approvingAuthority'],
  'plan.return': ['approvingAuthority'],
  'unit.answer': ['unitHead'],
  'unit.register': ['unitClerk', 'unitHead'],
  'unit.signCovenant': ['unitClerk', 'unitHead'],
  'deadline.change': ['councilSecretary', 'approvingAuthority', 'administrator'],
  'round.suspend': ['approvingAuthority', 'administrator'],
  'round.resume': ['approvingAuthority', 'administrator'],
  'round.cancel': ['approvingAuthority', 'administrator'],
};
const needReason = ['plan.return', 'deadline.change', 'round.suspend', 'round.resume', 'round.cancel'];

/** Keeps its own account of a season from the applied events alone, and holds every step against it. */
export class Ledger {
  readonly visited = new Set<string>(['planning']);
  private readonly input: RoundInput;
  private submittedBy: string | null = null;
  private hash: string | null = null;
  private opensMs = Number.NaN;
  private closesMs = Number.NaN;
  private readonly windows = new Map<string, number>();
  private suspendedMs = Number.NaN;
  /** The launch, later by what the round has stood still since. */
  private runningFromMs = Number.NaN;
  private readonly left = new Map<string, number>();
  private readonly said = new Map<string, boolean>();
  private acts = 0;
  private revision = 1;

  constructor(input: RoundInput) {
    this.input = input;
  }

  /** Throws when the step breaks a promise. */
  enter(before: RoundApplied, event: RoundEvent, after: RoundApplied): void {
    this.visited.add(after.to);
    this.revision += 1;
    hold(after.revision === this.revision, 'one revision per event');
    hold(!isRoundOver(before.to), 'nothing happens after the end');
    if ('actor' in event) this.permitted(event);
    if (event.type !== 'deadline.pass') hold(!(before.to === 'approved' && after.to === 'open'), 'only the date opens');
    this.plan(event, after);
    this.window(before, event, after);
    this.suspension(before, event, after);
    const closing = after.snapshot.context.deadlines.find(({ name }) => name === 'closing');
    if (closing) hold(ms(closing.dueAt) === this.latest(), 'the clock and the window agree');
    this.units(event, after);
    if (event.type === 'deadline.pass')
      hold(after.to === before.to || ['open', 'appraisal'].includes(after.to), 'lateness never moves a round');
  }

  private permitted(event: Extract<RoundEvent, { actor: unknown }>): void {
    const { bodies } = this.input;
    const body: Record<RoleName, string | undefined> = {
      unitClerk: 'unit' in event ? event.unit : undefined,
      unitHead: 'unit' in event ? event.unit : undefined,
      reviewer: bodies.inCharge,
      appraiser: undefined,
      councilSecretary: bodies.standingBody,
      approvingAuthority: bodies.authorities[0],
      administrator: bodies.authorities[0],
    };
    const { actor, as, type } = event;
    hold(mayDo[type]?.includes(as) ?? false, `${type} never as ${as}`);
    hold(
      actor.roles.some((held) => held.role === as && held.body === body[as]),
      `${as} for the right body`,
    );
    hold(event.reasonGiven || !needReason.includes(type), `${type} has a reason`);
    if ('unit' in event && event.unit !== undefined) hold(bodies.units.includes(event.unit), 'a unit of this movement');
  }

  private plan(event: RoundEvent, { snapshot, to }: RoundApplied): void {
    const { approved, proposal } = snapshot.context;
    if (event.type === 'plan.submit') this.submittedBy = event.actor.personId;
    if (event.type === 'plan.approve') {
      hold(event.actor.personId !== this.submittedBy, 'four eyes on the plan');
      this.hash = event.planHash;
      this.opensMs = ms(approved?.opensAt ?? '');
      this.closesMs = ms(approved?.closesAt ?? '');
    }
    hold((approved?.hash ?? null) === this.hash, 'the approved plan is frozen');
    hold(proposal === null || this.hash === null, 'no second plan beside an approved one');
    if (to === 'open') hold(this.hash !== null, 'nothing opens before the approval');
  }

  private latest(): number {
    return Math.max(this.closesMs, ...this.windows.values());
  }

  private window(before: RoundApplied, event: RoundEvent, after: RoundApplied): void {
    if (event.type === 'deadline.change' && event.dueAt !== undefined) {
      const still = before.to === 'suspended' && event.of !== 'suspension';
      hold(ms(event.dueAt) > (still ? this.suspendedMs : ms(event.at)), 'a new date lies ahead');
      if (event.of === 'opening') this.opensMs = ms(event.dueAt);
      const { approved } = after.snapshot.context;
      if (event.of === 'opening' && approved) {
        hold(ms(approved.nominationsFrom) >= this.opensMs, 'no nomination before the launch');
        hold(approved.answerBy === null || ms(approved.answerBy) > this.opensMs, 'time to answer');
      }
      if (event.of === 'closing' && event.unit !== undefined) this.windows.set(event.unit, ms(event.dueAt));
      if (event.of === 'closing' && event.unit === undefined) {
        for (const [unit, end] of this.windows)
          if (end > this.closesMs && end <= ms(event.dueAt)) this.windows.delete(unit);
        this.closesMs = ms(event.dueAt);
      }
    }
    if (before.to === 'approved' && after.to === 'open') {
      hold(ms(event.at) >= this.opensMs, 'not before its day');
      this.runningFromMs = ms(event.at);
    }
    if (before.to === 'open' && after.to === 'appraisal')
      hold(ms(event.at) > this.latest(), 'not before the latest window');
  }

  private suspension(before: RoundApplied, event: RoundEvent, after: RoundApplied): void {
    if (event.type === 'round.suspend') {
      this.suspendedMs = ms(event.at);
      this.left.clear();
      for (const { name, dueAt } of before.snapshot.context.deadlines) this.left.set(name, ms(dueAt) - ms(event.at));
    }
    if (
      event.type === 'deadline.change' &&
      before.to === 'suspended' &&
      event.of &&
      event.dueAt &&
      this.left.has(event.of)
    )
      this.left.set(event.of, (event.of === 'closing' ? this.latest() : ms(event.dueAt)) - this.suspendedMs);
    if (event.type !== 'round.resume') return;
    if (after.to === 'open') this.runningFromMs += ms(event.at) - this.suspendedMs;
    const ahead = (instant: number) =>
      instant < this.suspendedMs ? instant : instant + ms(event.at) - this.suspendedMs;
    this.opensMs = ahead(this.opensMs);
    this.closesMs = ahead(this.closesMs);
    for (const [unit, end] of this.windows) this.windows.set(unit, ahead(end));
    const { deadlines } = after.snapshot.context;
    hold(deadlines.length === this.left.size, 'every clock goes on');
    for (const { name, dueAt } of deadlines) {
      const left = this.left.get(name) ?? Number.NaN;
      const season = name === 'opening' || name === 'closing';
      hold(
        ms(dueAt) - ms(event.at) === left || (season && left < 0 && ms(dueAt) < ms(event.at)),
        `what was left of ${name}`,
      );
    }
  }

  private units(event: RoundEvent, { snapshot, to }: RoundApplied): void {
    if (event.type === 'unit.answer') this.said.set(event.unit, event.takesPart);
    if (event.type === 'unit.register') this.acts += event.nominees;
    if (event.type === 'unit.signCovenant') this.acts += 1;
    if (event.type === 'unit.register' || event.type === 'unit.signCovenant')
      hold(this.said.get(event.unit) !== false, 'no act of a unit that takes no part');
    const { answers, registrations, covenants, stalledSince } = snapshot.context;
    hold(registrations + covenants === this.acts, 'acts counted');
    hold(Object.keys(answers).length === this.said.size, 'answers kept');
    if (stalledSince !== null)
      hold(this.acts === 0 && ![...this.said.values()].includes(true), 'stalled: nobody acted');
    if (event.type === 'movement.stall')
      hold(ms(event.at) - this.runningFromMs >= (this.input.stalledAfterDays ?? Infinity) * dayMs, 'its days have run');
    if (event.type === 'movement.stall') hold(to === 'open' && stalledSince === event.at, 'stalls while open');
  }
}

/** Throws unless everything that is open has an owner, a due time and a next step (design rule 12). */
export function checkOpen(now: RoundApplied): void {
  const over = isRoundOver(now.to);
  const { context } = now.snapshot;
  hold(isRoundDone(now.snapshot) === over, 'over exactly in terminal states');
  hold((roundWakeAt(now.snapshot) === null) === over, 'a timer exactly while it is open');
  hold(now.workItems.length > 0 === !over, `an owner in ${now.to}`);
  const keys = new Set(now.workItems.map(({ key }) => key));
  hold(keys.size === now.workItems.length, 'one item per key');
  hold(over || keys.has(now.to), 'the state itself is somebody’s');
  for (const { queue, dueAt, nextEscalationAt, level, escalatedTo } of now.workItems) {
    parseQueue(queue);
    hold(!Number.isNaN(ms(dueAt)) && !Number.isNaN(ms(nextEscalationAt)), 'due time and next step');
    hold(level > 0 === (escalatedTo !== null), 'escalated to somebody');
  }
  const wakes = context.deadlines.map(({ wakeAt }) => ms(wakeAt));
  hold(
    wakes.every((wake, index) => index === 0 || wake >= (wakes[index - 1] ?? 0)),
    'the soonest first',
  );
  hold(
    now.notices.every(({ to }) => recipientNames.includes(to)),
    'known recipients',
  );
  hold(
    new Set(now.notices.map(({ template, to }) => `${template}>${to}`)).size === now.notices.length,
    'nobody told twice',
  );
}
