import type { Cell, CellObject, SheetData } from 'write-excel-file/node';

/** One sheet of the workbook: cells, and the columns' widths in characters. */
export type ReportSheet = { sheet: string; data: SheetData; widths: number[]; stickyRows: number };

/** The frame of a cell. */
export const line = { borderStyle: 'thin', borderColor: '#8a97a3' } as const;
/** A heading. */
export const head = (value: string): CellObject => ({
  value,
  fontWeight: 'bold',
  backgroundColor: '#d6e6f7',
  align: 'center',
  alignVertical: 'center',
  wrap: true,
  ...line,
});
/** Words, broken over lines. */
export const text = (value: string): CellObject => ({ value, wrap: true, alignVertical: 'top', ...line });
/** A whole number. */
export const number = (value: number): CellObject => ({ value, format: '#,##0', alignVertical: 'top', ...line });
/** The title of a sheet. */
export const title = (value: string): CellObject => ({ value, fontWeight: 'bold', fontSize: 14 });

/** A share as a number between 0 and 1, so that it can be computed with; of nothing there is none. */
export function shareCell({ part, whole }: { part: number; whole: number }): Cell {
  return whole === 0 ? text('–') : { value: part / whole, format: '0.0%', alignVertical: 'top', ...line };
}
