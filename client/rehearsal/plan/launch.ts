import { dayMs, endOfDay, localDay } from '../../../contract/calendarDay.ts';
import { queueOf, type RoleName } from '../../../contract/roles.ts';
import type { Directory } from '../../../programmes/directorySchema.ts';
import { holdersAt } from '../../../programmes/roles.ts';
import type { Lane, Participation, RoundBeat } from './roundBeats.ts';
import { roundBeat } from './roundBeats.ts';
import type { Row } from './rows.ts';
import type { Chance } from './seeded.ts';

/** Of the units that take part, so many register people in each round; each of the first two signs a covenant. */
const registering = 3;
const signing = 2;
/** A late unit answers so many days after it should have. */
const lateDays = [4, 7] as const;

/** Gives what the units do once the round is launched: they answer, some register and sign covenants (seed 004 III.3). */
export function launchLanes(
  row: Row,
  directory: Directory,
  participation: Readonly<Record<string, Participation>>,
  chance: Chance,
): Lane[] {
  const { launchAt, suspendAt, resumeAt } = row.timetable;
  // A suspension moves the day by as long as it lasts.
  const shiftMs = suspendAt && resumeAt ? Date.parse(resumeAt) - Date.parse(suspendAt) : 0;
  const dueAt = new Date(Date.parse(endOfDay(row.plan.answerBy ?? localDay(launchAt))) + shiftMs).toISOString();
  const asked = row.units.filter((unit) => participation[unit] !== 'silent');
  const active = asked.filter((unit) => participation[unit] === 'takesPart');
  const holder = (role: RoleName, unit: string): string =>
    chance.pick(holdersAt(directory, queueOf(role, unit), launchAt).map(({ id }) => id));

  return asked.map((unit) => {
    const how = participation[unit];
    // Where the round is suspended early, units answer once it goes on.
    const from = resumeAt ?? launchAt;
    const late = Date.parse(dueAt) + (lateDays[0] + chance.unit() * (lateDays[1] - lateDays[0])) * dayMs;
    const inTime = Date.parse(from) + (0.5 + chance.unit() * answerRoom(row, from, dueAt)) * dayMs;
    const answeredMs = Math.round(how === 'late' ? late : inTime);
    const at = (days: number): string => new Date(answeredMs + Math.round(days * dayMs)).toISOString();
    const head = [holder('unitHead', unit), 'unitHead'] as const;
    const clerk = [holder('unitClerk', unit), 'unitClerk'] as const;
    const takesPart = how !== 'declines';
    const place = active.indexOf(unit);
    const beats: RoundBeat[] = [
      roundBeat(at(0), head, ['open'], {
        type: 'unit.answer',
        body: takesPart
          ? { unit, takesPart, unitPlan: 'Phát động trong toàn đơn vị; phân công khoa, phòng phụ trách từng tiêu chí' }
          : { unit, takesPart, reason: 'Đơn vị không có đối tượng phù hợp với nội dung thi đua' },
      }),
    ];
    if (takesPart && place >= 0 && place < registering) {
      const own = directory.nominees.filter((each) => each.unit === unit && row.kinds.includes(each.kind));
      const nominees = chance.shuffled(own).slice(0, chance.whole(2, 4));
      beats.push(
        roundBeat(at(1), clerk, ['open'], {
          type: 'unit.register',
          body: { unit, nominees: nominees.map(({ kind, id, name }) => ({ kind, id, name })) },
        }),
      );
    }
    if (takesPart && place >= 0 && place < signing) {
      const within = place === 0;
      const departments = directory.nominees.filter((each) => each.unit === unit && each.kind === 'collective');
      const parties = within ? departments.slice(0, 3).map(({ name }) => name) : active.slice(0, 3);
      const body = {
        unit,
        kind: within ? 'withinUnit' : 'betweenUnits',
        parties,
        signedOn: localDay(at(1.5)),
        content: 'Cùng thực hiện các tiêu chí của kế hoạch thi đua; kiểm tra chéo hằng quý',
      };
      if (parties.length >= 2) beats.push(roundBeat(at(1.5), head, ['open'], { type: 'unit.signCovenant', body }));
    }
    return { name: unit, beats };
  });
}

/** Days within which a unit that is in time answers, with room to spare before the due instant. */
function answerRoom({ timetable }: Row, from: string, dueAt: string): number {
  // A round that stands still early, or is soon to be cancelled, leaves little.
  if (timetable.resumeAt || timetable.cancelAt) return 2;
  return Math.max(1, (Date.parse(dueAt) - Date.parse(from)) / dayMs - 5);
}
