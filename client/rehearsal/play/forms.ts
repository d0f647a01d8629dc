import type { Dossier } from '../../../contract/acts.ts';
import { dayMs, localDay } from '../../../contract/calendarDay.ts';
import type { PlannedBeat, PlannedNomination } from '../plan/planned.ts';
import { askedDays } from '../plan/schedule.ts';

/** The form a clerk fills in; `version` tells a supplemented one from the first. */
export function dossierOf({ nominee, movementId, story, openAt }: PlannedNomination, version: number): Dossier {
  const whose = nominee.kind === 'collective' ? 'Tập thể' : 'Ông/Bà';
  const added =
    version > 1 ? ` Bổ sung lần ${version - 1}: đã kèm biên bản họp bình xét và xác nhận của công đoàn cơ sở.` : '';
  return {
    nomineeName: nominee.name,
    directWorker: nominee.directWorker,
    achievements: `${whose} ${nominee.name} hoàn thành xuất sắc nhiệm vụ năm ${localDay(openAt).slice(0, 4)} trong phong trào số ${movementId} (diễn tập, kịch bản “${story}”).${added}`,
    documents: [
      { code: 'baoCaoThanhTich', name: 'Báo cáo thành tích có xác nhận của thủ trưởng đơn vị' },
      ...(version > 1 ? [{ code: 'bienBanHop', name: 'Biên bản họp bình xét của đơn vị' }] : []),
    ],
  };
}

/** Gives what a person writes into the form of an act; `now` is the programme's instant, `times` counts the supplements. */
export function bodyOf(
  beat: PlannedBeat,
  nomination: PlannedNomination,
  now: string,
  times: number,
): Record<string, unknown> {
  const { divisions } = nomination;
  const day = (days: number): string => localDay(new Date(Date.parse(now) + days * dayMs).toISOString());
  const { form = {} } = beat;
  switch (beat.act) {
    case 'draft.amend':
      return { dossier: dossierOf(nomination, 2), reason: 'Sửa theo góp ý của khoa, phòng' };
    case 'supplement.submit':
      return { dossier: dossierOf(nomination, 1 + times), reason: 'Bổ sung theo yêu cầu của bộ phận phụ trách' };
    case 'review.return':
      return {
        items: [
          { code: 'bienBanHop', text: 'Thiếu biên bản họp bình xét của đơn vị' },
          { code: 'xacNhan', text: 'Báo cáo thành tích chưa có xác nhận của thủ trưởng đơn vị' },
        ],
        dueOn: day(askedDays.returned),
        reason: 'Hồ sơ chưa đủ thành phần',
      };
    case 'appraisal.request':
      return {
        divisions: divisions.slice(0, 2),
        dueOn: day(askedDays.appraisal),
        reason: 'Đề nghị cho ý kiến chuyên môn',
      };
    case 'appraisal.give':
      return {
        division: beat.by === 'firstAppraiser' ? divisions[0] : divisions[1],
        opinion: form.opinion,
        reason: 'Thành tích phù hợp với tiêu chí của phong trào',
      };
    case 'council.recommend':
    case 'council.notRecommend':
      return {
        resolution: `${nomination.decisionNumber.split('/')[0]}/NQ-HĐTĐKT`,
        ...(beat.act === 'council.notRecommend'
          ? { reason: 'Chưa nổi trội so với các đề nghị khác trong số lượng được xét' }
          : {}),
      };
    case 'authority.award':
      return { decisionNumber: form.number ?? nomination.decisionNumber, decisionDate: localDay(now) };
    case 'authority.refuse':
      return { ground: form.ground, reason: 'Đối chiếu tiêu chí của kế hoạch thi đua, hồ sơ chưa đáp ứng' };
    case 'nomination.hold':
      return { ground: form.ground, reason: 'Đang chờ kết luận của cơ quan có thẩm quyền' };
    case 'draft.signOff':
    case 'review.shortlist':
    case 'result.publish':
    case 'result.close':
      return {};
    default:
      return { reason: 'Theo kịch bản diễn tập' };
  }
}
