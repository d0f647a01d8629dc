import type { Locale } from '../../contract/texts/text.ts';
import type { Figures } from '../../store/queries/figures.ts';
import type { ComposedReport } from '../../store/reports.ts';
import type { ReportMeta } from './data.ts';
import { reportData } from './data.ts';
import { reportPage } from './page.ts';
import type { ReportData } from './schema.ts';
import { reportWorkbook } from './workbook.ts';

/** Gives the report in its three forms. The same figures and facts give the same bytes, so its hash means something. */
export async function composeReport(
  figures: Figures,
  meta: ReportMeta,
  locale: Locale,
): Promise<ComposedReport & { data: ReportData }> {
  const data = reportData(figures, meta);
  return { data, workbook: await reportWorkbook(data, locale), page: reportPage(data, locale) };
}
