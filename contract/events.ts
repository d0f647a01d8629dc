import type { WorkingCalendar } from './calendar.ts';
import type { StageDue } from './nomination.ts';
import type { Actor, RoleName } from './roles.ts';
import type { DeadlineName } from './states.ts';

/**
 * What can happen to a nomination. Acts come from people, `deadline.pass` from the workflow's timer.
 * Events carry facts and ids only; texts (reasons, items, opinions) stay in the inbox row (design rule 5). Zod-free.
 */
export const actTypes = [
  'draft.amend',
  'draft.signOff',
  'review.return',
  'supplement.submit',
  'appraisal.request',
  'appraisal.give',
  'appraisal.close',
  'review.shortlist',
  'review.notSelect',
  'council.recommend',
  'council.notRecommend',
  'council.sendBack',
  'authority.award',
  'authority.refuse',
  'authority.sendBack',
  'authority.submitUp',
  'result.publish',
  'result.close',
  'nomination.hold',
  'nomination.resume',
  'nomination.withdraw',
  'nomination.revive',
] as const;
export type ActType = (typeof actTypes)[number];

/**
 * Changes that reach many nominations at once. Nobody sends one to a single nomination: a change is previewed, then applied,
 * and goes to each nomination it touches through the inbox, once.
 */
export const changeTypes = ['deadline.change', 'round.suspend', 'round.resume', 'round.cancel'] as const;
export type ChangeType = (typeof changeTypes)[number];

/** Grounds of a refusal: NĐ 91 / published procedures, `domain.md` §2.6: "không đúng đối tượng, không đủ tiêu chuẩn, không đủ hồ sơ hoặc vi phạm pháp luật". */
export const refusalGrounds = ['wrongSubject', 'belowStandard', 'incompleteDossier', 'breachOfLaw'] as const;
export type RefusalGround = (typeof refusalGrounds)[number];

/** Why a nomination is held: TT 08/2017, NĐ 98 Đ.4, NĐ 152 (`domain.md` §2.9). */
export const holdGrounds = ['discipline', 'investigation', 'inspection', 'complaint', 'denunciation'] as const;
export type HoldGround = (typeof holdGrounds)[number];

/** What an appraising division concludes. */
export const appraisalOpinions = ['agree', 'agreeWithRemarks', 'disagree'] as const;
export type AppraisalOpinion = (typeof appraisalOpinions)[number];

/** Common to every act of a person. */
type ActBase<T extends ActType | ChangeType> = {
  type: T;
  /** Programme instant of receipt (ISO): lateness is judged by it. */
  at: string;
  actor: Actor;
  /** The capacity the person chose to act in; guards check that it is held. */
  as: RoleName;
  /** Whether a reason text was given (the text itself stays in the database). */
  reasonGiven: boolean;
  /** When set, the act is refused unless the nomination is at exactly this revision. */
  expectedRevision?: number;
};

export type ActEvent =
  | (ActBase<'draft.amend'> & { dossierHash: string })
  | (ActBase<'review.return'> & { itemCodes: string[]; dueAt: string })
  | (ActBase<'supplement.submit'> & { dossierHash: string })
  | (ActBase<'appraisal.request'> & { divisions: string[]; dueAt: string })
  | (ActBase<'appraisal.give'> & { division: string; opinion: AppraisalOpinion })
  | (ActBase<'council.recommend'> & { resolution: string })
  | (ActBase<'council.notRecommend'> & { resolution: string })
  | (ActBase<'authority.award'> & { decisionNumber: string; decisionDate: string })
  | (ActBase<'authority.refuse'> & { ground: RefusalGround })
  | (ActBase<'nomination.hold'> & { ground: HoldGround })
  | ActBase<
      | 'draft.signOff'
      | 'appraisal.close'
      | 'review.shortlist'
      | 'review.notSelect'
      | 'council.sendBack'
      | 'authority.sendBack'
      | 'authority.submitUp'
      | 'result.publish'
      | 'result.close'
      | 'nomination.resume'
      | 'nomination.withdraw'
      | 'nomination.revive'
    >;

/** One nomination's share of an applied change; instants are resolved, so that it does what its preview foretold. */
export type ChangeEvent =
  | (ActBase<'deadline.change'> & {
      changeId: string;
      /** New rules for stages entered from now on. */
      plan?: Partial<Record<DeadlineName, StageDue>>;
      /** The deadline that moves, running or paused, and its new instant. */
      of?: DeadlineName;
      dueAt?: string;
      /** `dueAt` was counted over working days that may still change, whatever the rule of the deadline counts. */
      provisional?: true;
      calendar?: WorkingCalendar;
    })
  | (ActBase<'round.suspend' | 'round.resume' | 'round.cancel'> & { changeId: string });

/** The timer's event: a deadline of the machine's context has passed and everything received in time has been applied. */
export type DeadlineEvent = { type: 'deadline.pass'; at: string };

export type NominationEvent = ActEvent | ChangeEvent | DeadlineEvent;
export type EventType = NominationEvent['type'] | 'nomination.open';
