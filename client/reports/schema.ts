import { z } from 'zod';
import { recipientKinds, roadNames, stateNames } from '../../contract/states.ts';
import { unconfirmedTexts } from '../../contract/texts/reports.ts';
import { figureNames } from '../../store/queries/figureRows.ts';

/** The data of a report, as it is kept and given to other programs. Days are local, instants those of the programme. */

const count = z.int().min(0);
const day = z.iso.date();
const perKind = z.strictObject({ collective: count, individual: count });
const tally = z.strictObject(
  Object.fromEntries(figureNames.map((name) => [name, perKind])) as Record<
    (typeof figureNames)[number],
    typeof perKind
  >,
);
const rounds = z.strictObject({ late: count, escalations: count });
const body = z.strictObject({ id: z.string(), name: z.string() });
const quota = z.strictObject({
  stated: z.enum(['fixed', 'perProgramme', 'delegated', 'none', 'notStated']),
  /** Of the whole movement; null: no number is enforced. */
  ceiling: count.nullable(),
});
const coverage = z.strictObject({
  units: count,
  answered: count,
  takingPart: count,
  registering: count,
  registrations: count,
  signing: count,
  covenants: count,
  nominating: count,
});
/** So many of so many. */
const part = z.strictObject({ part: count, whole: count });
const share = z.strictObject({ received: part, awarded: part });

const reportKinds = ['interim', 'final', 'current'] as const;
const unconfirmedCodes = Object.keys(unconfirmedTexts) as (keyof typeof unconfirmedTexts)[];

export const reportDataSchema = z.strictObject({
  version: z.literal(1),
  reportId: z.string().nullable(),
  kind: z.enum(reportKinds),
  programme: z.strictObject({ id: z.string(), ref: z.string(), title: z.string(), issuer: body }),
  /** `since` and `asOf`: the instants between which is counted; the days are those of the duty. */
  period: z.strictObject({ from: day, to: day, since: z.iso.datetime(), asOf: z.iso.datetime() }),
  to: body.nullable(),
  via: body.nullable(),
  /** The standing body that receives it in the recipient's stead and sends it on. */
  forwardedBy: body.nullable(),
  duty: z.strictObject({ quote: z.string(), source: z.string() }).nullable(),
  total: tally,
  rounds,
  shares: z.strictObject({ direct: share, adHoc: share, collectives: share }),
  movements: z.array(
    z.strictObject({
      id: z.string(),
      title: z.string(),
      inCharge: body,
      road: z.enum(roadNames),
      quota: z.strictObject({ collective: quota, individual: quota }),
      tally,
      rounds,
      coverage,
      targets: z.array(z.strictObject({ percent: count, of: z.string(), quote: z.string(), source: z.string() })),
    }),
  ),
  units: z.array(z.strictObject({ id: z.string(), name: z.string(), tally })),
  refusals: z.array(
    z.strictObject({ movementId: z.string(), kind: z.enum(recipientKinds), ground: z.string(), count }),
  ),
  states: z.array(
    z.strictObject({ movementId: z.string(), kind: z.enum(recipientKinds), state: z.enum(stateNames), count }),
  ),
  unconfirmed: z.array(
    z.strictObject({
      code: z.enum(unconfirmedCodes),
      values: z.record(z.string(), z.union([z.string(), z.number()])),
      why: z.string().nullable(),
    }),
  ),
});
export type ReportData = z.infer<typeof reportDataSchema>;
export type ReportTally = ReportData['total'];
