import { localDay } from '../../contract/calendarDay.ts';
import { canonicalJson } from '../../contract/canonicalJson.ts';
import type { Movement, Programme } from '../../contract/programme.ts';
import { bodyOf, notStated } from '../../contract/programme.ts';
import { quotaOf } from '../../programmes/quota.ts';
import type { Figures } from '../../store/queries/figures.ts';
import type { ReportData } from './schema.ts';
import { reportDataSchema } from './schema.ts';
import { unconfirmedOf } from './unconfirmed.ts';

/** What a report says of itself. */
export type ReportMeta = {
  programme: Programme;
  programmeRef: string;
  title: string;
  /** What each body is called in full, by id. */
  names: Record<string, string>;
  kind: ReportData['kind'];
  reportId: string | null;
  /** Local days. */
  period: { from: string; to: string };
  to: string | null;
  via: string | null;
  /** The body that receives the report in the recipient's stead. */
  forwardedBy: string | null;
  /** Programme instant at which the installation's record began; null: it has not. */
  begunAt: string | null;
};

/** Gives the report's data: the figures with the names, quotas, targets and duties of the definition, checked. Throws ZodError for figures that are none. */
export function reportData(figures: Figures, meta: ReportMeta): ReportData {
  const { programme, names, period } = meta;
  const body = (id: string) => ({ id, name: names[id] ?? id });
  const { total } = figures;
  const data = {
    version: 1,
    reportId: meta.reportId,
    kind: meta.kind,
    programme: {
      id: programme.id,
      ref: meta.programmeRef,
      title: meta.title,
      issuer: body(bodyOf(programme.issuer.body)),
    },
    period: { ...period, since: figures.period.from, asOf: figures.period.to },
    to: meta.to === null ? null : body(meta.to),
    via: meta.via === null ? null : body(meta.via),
    forwardedBy: meta.forwardedBy === null ? null : body(meta.forwardedBy),
    duty: dutyOf(programme, meta.to),
    total,
    rounds: figures.rounds,
    shares: sharesOf(figures),
    movements: figures.movements.flatMap(({ movementId, tally, rounds, coverage }) => {
      const movement = programme.movements.find(({ id }) => id === movementId);
      if (!movement) return [];
      return {
        id: movementId,
        title: movement.title.value,
        inCharge: body(bodyOf(movement.inCharge)),
        road: movement.configured.road,
        quota: { collective: wholeQuota(movement, 'collective'), individual: wholeQuota(movement, 'individual') },
        tally,
        rounds,
        coverage,
        targets: programme.coverageTargets
          .filter((target) => target.movement === movementId)
          .map(({ percent, of, quote, source }) => ({ percent, of, quote, source })),
      };
    }),
    units: figures.units.map(({ unitId, tally }) => ({ ...body(unitId), tally })),
    refusals: figures.refusals,
    states: figures.states,
    unconfirmed: unconfirmedOf(programme, {
      begunAt: meta.begunAt !== null && meta.begunAt > figures.period.from ? meta.begunAt : null,
      dueOn: meta.reportId === null ? null : localDay(figures.period.to),
      undelivered: figures.undelivered,
      provisional: figures.provisional,
    }),
  } satisfies ReportData;
  // Canonical, for what is sent and hashed: names come as they were typed, composed or not.
  return reportDataSchema.parse(JSON.parse(canonicalJson(data)));
}

/** “5 for each programme” of three programmes is fifteen for the movement. */
function wholeQuota(
  movement: Movement,
  kind: 'collective' | 'individual',
): { stated: Quota['stated']; ceiling: number | null } {
  const { stated, ceiling, per } = quotaOf(movement, kind);
  return { stated, ceiling: stated === 'perProgramme' && ceiling !== null ? ceiling * per.length : ceiling };
}
type Quota = ReportData['movements'][number]['quota']['collective'];

function sharesOf({ total }: Figures): ReportData['shares'] {
  const both = ({ collective, individual }: { collective: number; individual: number }) => collective + individual;
  const { received, awarded } = total;
  return {
    direct: {
      received: { part: total.directReceived.individual, whole: received.individual },
      awarded: { part: total.directAwarded.individual, whole: awarded.individual },
    },
    adHoc: {
      received: { part: both(total.adHocReceived), whole: both(received) },
      awarded: { part: both(total.adHocAwarded), whole: both(awarded) },
    },
    collectives: {
      received: { part: received.collective, whole: both(received) },
      awarded: { part: awarded.collective, whole: both(awarded) },
    },
  };
}

/** The words that make the programme report to the body. */
function dutyOf({ reporting }: Programme, to: string | null): ReportData['duty'] {
  if (reporting === notStated) return null;
  const duty = reporting.find((one) => bodyOf(one.to) === to) ?? (to === null ? reporting[0] : undefined);
  if (!duty || duty.to.stated === notStated) return null;
  const { quote, source } = duty.to.stated;
  return { quote, source };
}
