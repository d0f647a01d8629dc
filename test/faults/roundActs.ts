import { setTimeout as sleep } from 'node:timers/promises';
import { localDay } from '../../contract/calendarDay.ts';
import type { RoundActRequest } from '../../contract/roundActs.ts';
import type { Ledger } from './ledger.ts';
import type { Desk } from './people.ts';
import { insist } from './people.ts';
import type { Chance } from './random.ts';
import { rounds, units } from './scripts.ts';

/** The round whose plan nobody has approved yet, and its body in charge. */
const unplanned = { roundId: '004/2.9/nam2021', reviewer: 'dtn.reviewer' };

type Act = { by: string; request: RoundActRequest };

/** Units answer, register and sign covenants, and a plan goes up and down, until the desk closes. */
export async function actOnRounds(desk: Desk, ledger: Ledger, chance: Chance): Promise<void> {
  for (let number = 1; !desk.closing(); number++) {
    await sleep(chance.between(100, 600));
    const { by, request } = chance.happens(0.2) ? await planning(desk, chance) : ofUnit(desk, chance, number);
    const key = `round-${number}`;
    await insist(desk, ledger, key, by, request.type, () => desk.client().actOnRound(by, request, key));
  }
}

function ofUnit(desk: Desk, chance: Chance, number: number): Act {
  const { id: unit, people } = chance.pick(units);
  const roundId = chance.pick(rounds);
  const what = chance.next();
  if (what < 0.5) {
    const body = { unit, takesPart: true, unitPlan: `Kế hoạch ${number}` };
    return { by: `${people}.head`, request: { roundId, type: 'unit.answer', as: 'unitHead', body } };
  }
  if (what < 0.8) {
    const nominees = [{ kind: 'individual', id: `r${number}`, name: `Người Đăng Ký ${number}` }];
    return {
      by: `${people}.clerk`,
      request: { roundId, type: 'unit.register', as: 'unitClerk', body: { unit, nominees } },
    };
  }
  const body = {
    unit,
    kind: 'withinUnit',
    parties: ['Khoa Nội', `Khoa ${number}`],
    signedOn: localDay(desk.client().now()),
  };
  return { by: `${people}.head`, request: { roundId, type: 'unit.signCovenant', as: 'unitHead', body } };
}

/** Handed in again and again, and mostly returned: a plan that was approved cannot be. */
async function planning(desk: Desk, chance: Chance): Promise<Act> {
  const { roundId, reviewer } = unplanned;
  if (chance.happens(0.5)) {
    const body = { reason: 'Đề nghị bổ sung' };
    return { by: 'syt.director', request: { roundId, type: 'plan.return', as: 'approvingAuthority', body } };
  }
  const plan = await desk
    .client()
    .proposedPlan(roundId)
    .catch(() => null);
  if (!plan) return ofUnit(desk, chance, 0);
  return { by: reviewer, request: { roundId, type: 'plan.submit', as: 'reviewer', body: { plan } } };
}
