import type { Refusal } from '../contract/refusals.ts';

/** The pinned plan lacks something this nomination can meet: it must not start. */
export class IncompletePlanError extends Error {
  override readonly name = 'IncompletePlanError';
}

/** The nomination may not be opened; `refusals` says why. */
export class OpeningRefusedError extends Error {
  override readonly name = 'OpeningRefusedError';
  readonly refusals: readonly Refusal[];
  constructor(refusals: readonly Refusal[]) {
    super(`The nomination may not be opened: ${refusals.map((refusal) => refusal.code).join(', ')}`);
    this.refusals = refusals;
  }
}

/** A nomination pinned to another machine than this one: it needs the explicit migration, not a silent restart. */
export class OtherMachineError extends Error {
  override readonly name = 'OtherMachineError';
}

/** The machine itself failed: a mistake in this folder, never a person's. */
export class MachineFailedError extends Error {
  override readonly name = 'MachineFailedError';
}
