import writeExcelFile from 'write-excel-file/node';
import type { Locale } from '../../contract/texts/text.ts';
import type { ReportData } from './schema.ts';
import { reportSheets } from './sheets.ts';
import { withFixedTimes } from './zipTimes.ts';

/** Gives the report as an XLSX workbook; the same data gives the same bytes. */
export async function reportWorkbook(data: ReportData, locale: Locale): Promise<Buffer> {
  const sheets = reportSheets(data, locale).map(({ sheet, data: cells, widths, stickyRows }) => ({
    sheet,
    data: cells,
    columns: widths.map((width) => ({ width })),
    orientation: 'landscape' as const,
    ...(stickyRows > 0 ? { stickyRowsCount: stickyRows } : {}),
  }));
  return withFixedTimes(await writeExcelFile(sheets, { fontFamily: 'Times New Roman', fontSize: 12 }).toBuffer());
}
