import type { RoundContext, RoundDeadline } from '../../../contract/round.ts';
import { roundIdOf } from '../../../contract/round.ts';
import type { RoundDeadlineName, RoundStateName } from '../../../contract/roundStates.ts';
import { loadProgrammes } from '../../../programmes/loader/load.ts';
import { planRound } from '../../../programmes/rounds.ts';
import { unitsOf } from '../../../programmes/units.ts';
import type { RoundOnRecord } from '../../../store/queries/schedule.ts';

export const loaded = loadProgrammes();

/** Gives a shipped programme. */
export function programmeOf(id: string) {
  const found = loaded.programmes.get(id);
  if (!found) throw new Error(`No programme ${id}`);
  return found.programme;
}

export const noon = (day: string): string => `${day}T05:00:00.000Z`;

type Told = {
  /** By default 003. */
  programmeId?: string;
  movementId: string;
  phaseId: string;
  path: [state: RoundStateName, day: string][];
  deadlines?: [name: RoundDeadlineName, day: string, provisional?: true][];
  approved?: { opensOn: string; from: string; to: string; answerBy?: string };
  openedOn?: string;
  answered?: string[];
};

/** Gives a round as the record shows it, with what the test tells of it. */
export function roundOnRecord(told: Told): RoundOnRecord {
  const { programmeId = '003', movementId, phaseId, path, approved, openedOn } = told;
  const roundId = roundIdOf(programmeId, movementId, phaseId);
  const input = planRound({
    programme: programmeOf(programmeId),
    directory: loaded.directory,
    roundId,
    begunAt: noon(path[0]?.[1] ?? ''),
    machine: 'round@1',
  });
  const deadlines = (told.deadlines ?? []).map(([name, day, provisional]): RoundDeadline => {
    const at = `${day}T16:59:59.999Z`;
    return { name, dueAt: at, wakeAt: at, level: 0, ...(provisional ? { provisional } : {}) };
  });
  const context: RoundContext = {
    ...input,
    revision: path.length,
    proposal: null,
    approved: approved
      ? {
          hash: 'h',
          opensAt: noon(approved.opensOn),
          nominationsFrom: noon(approved.from),
          closesAt: `${approved.to}T16:59:59.999Z`,
          answerBy: approved.answerBy ? noon(approved.answerBy) : null,
          stages: {},
          at: noon(approved.opensOn),
          by: 'x',
        }
      : null,
    deadlines,
    answers: Object.fromEntries(
      (told.answered ?? []).map((unit) => [unit, { at: noon('2020-07-01'), takesPart: true }]),
    ),
    registrations: 0,
    covenants: 0,
    unitWindows: {},
    openedAt: openedOn === undefined ? null : noon(openedOn),
    stalledSince: null,
    suspension: null,
    handedOn: [],
    actedAs: {},
  };
  return {
    roundId,
    state: path.at(-1)?.[0] ?? 'planning',
    context,
    path: path.map(([state, day]) => ({ state, at: noon(day), type: 'x' })),
  };
}

/** Open since 26/06/2020; of its units, which were to answer by 06/07, one has. */
export const halfAnswered: RoundOnRecord = roundOnRecord({
  movementId: '2.1',
  phaseId: 'dot1',
  path: [
    ['planning', '2020-06-10'],
    ['planReview', '2020-06-20'],
    ['approved', '2020-06-24'],
    ['open', '2020-06-26'],
  ],
  approved: { opensOn: '2020-06-26', from: '2020-06-26', to: '2020-07-27', answerBy: '2020-07-06' },
  openedOn: '2020-06-26',
  answered: ['benhVienThanhHoa'],
});

/** A season in trouble on 20/09/2020: one late, one suspended, one cancelled, one closed, one whose plan was not drawn up. */
export const troubled: RoundOnRecord[] = [
  roundOnRecord({
    movementId: '2.1',
    phaseId: 'dot1',
    path: [
      ['planning', '2020-06-10'],
      ['planReview', '2020-06-20'],
      ['planning', '2020-06-21'],
      ['planReview', '2020-06-22'],
      ['approved', '2020-06-25'],
      ['open', '2020-06-26'],
      ['appraisal', '2020-07-28'],
    ],
    approved: { opensOn: '2020-06-26', from: '2020-06-26', to: '2020-07-27', answerBy: '2020-07-06' },
    openedOn: '2020-06-26',
    answered: ['benhVienThanhHoa'],
    deadlines: [['appraisal', '2020-08-26']],
  }),
  roundOnRecord({
    movementId: '2.2',
    phaseId: 'dot1',
    path: [
      ['planning', '2020-06-10'],
      ['planReview', '2020-06-20'],
      ['approved', '2020-06-24'],
      ['open', '2020-06-26'],
      ['suspended', '2020-07-10'],
    ],
    approved: { opensOn: '2020-06-26', from: '2020-06-26', to: '2020-07-27' },
    openedOn: '2020-06-26',
    deadlines: [['suspension', '2020-10-09', true]],
  }),
  roundOnRecord({
    movementId: '2.3',
    phaseId: 'dot1',
    path: [
      ['planning', '2020-06-10'],
      ['planReview', '2020-06-20'],
      ['cancelled', '2020-06-23'],
    ],
  }),
  roundOnRecord({
    movementId: '2.4',
    phaseId: 'dot1',
    path: [
      ['planning', '2020-06-10'],
      ['planReview', '2020-06-20'],
      ['approved', '2020-06-24'],
      ['open', '2020-06-26'],
      ['appraisal', '2020-07-28'],
      ['council', '2020-08-05'],
      ['decision', '2020-08-20'],
      ['published', '2020-09-01'],
      ['closed', '2020-09-10'],
    ],
    approved: { opensOn: '2020-06-26', from: '2020-06-26', to: '2020-07-27' },
    openedOn: '2020-06-26',
    answered: unitsOf(programmeOf('003'), loaded.directory).map(({ id }) => id),
  }),
  roundOnRecord({
    movementId: '2.5',
    phaseId: 'dot1',
    path: [
      ['planning', '2020-06-10'],
      ['planReview', '2020-06-20'],
      ['approved', '2020-06-24'],
      ['open', '2020-06-26'],
      ['council', '2020-08-25'],
    ],
    approved: { opensOn: '2020-06-26', from: '2020-06-26', to: '2020-07-27' },
    openedOn: '2020-06-26',
    answered: unitsOf(programmeOf('003'), loaded.directory).map(({ id }) => id),
    deadlines: [['council', '2020-09-24', true]],
  }),
  roundOnRecord({
    movementId: '2.1',
    phaseId: 'dot2',
    path: [['planning', '2020-07-01']],
    deadlines: [['plan', '2020-07-16']],
  }),
];
