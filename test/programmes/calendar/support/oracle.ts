/**
 * Weekdays off and Saturdays worked, written down by hand from the law, the notices and the lunar dates (domain.md §5),
 * as MM-DD. `settled` years have their notices; in the others only what is certain is off.
 */
export type OracleYear = { settled: boolean; off: string[]; working: string[] };

export const oracle: Record<number, OracleYear> = {
  // Code of 2012. Mùng 1–3: Sat 25, Sun 26, Mon 27/01, so 28 and 29 in lieu. National Day one day.
  2020: { settled: false, off: ['01-01', '01-27', '01-28', '01-29', '04-02', '04-30', '05-01', '09-02'], working: [] },
  // Mùng 1–3: Fri 12, Sat 13, Sun 14/02. Sat 1/5 made up on Mon 3/5.
  2021: { settled: false, off: ['01-01', '02-12', '02-15', '02-16', '04-21', '04-30', '05-03', '09-02'], working: [] },
  // 1/1 a Saturday, 10/4 a Sunday, 30/4 and 1/5 Saturday and Sunday.
  2022: {
    settled: false,
    off: ['01-03', '02-01', '02-02', '02-03', '04-11', '05-02', '05-03', '09-02'],
    working: [],
  },
  // 1/1 a Sunday; mùng 1–3: Sun 22 to Tue 24/01; 29/4 Sat, 30/4 Sun and 1/5 Mon; 1/9 by notice, Sat 2/9 made up on Mon 4/9.
  2023: {
    settled: false,
    off: ['01-02', '01-23', '01-24', '01-25', '05-01', '05-02', '05-03', '09-01', '09-04'],
    working: [],
  },
  // Mùng 1–3: Sat 10 to Mon 12/02.
  2024: {
    settled: false,
    off: ['01-01', '02-12', '02-13', '02-14', '04-18', '04-30', '05-01', '09-02'],
    working: [],
  },
  2025: {
    settled: true,
    off: ['01-01', '01-27', '01-28', '01-29', '01-30', '01-31', '04-07', '04-30', '05-01', '05-02', '09-01', '09-02'],
    working: ['04-26'],
  },
  2026: {
    settled: true,
    off: [
      ...['01-01', '01-02', '02-16', '02-17', '02-18', '02-19', '02-20', '04-27', '04-30', '05-01'],
      ...['08-31', '09-01', '09-02', '11-24'],
    ],
    working: ['01-10', '08-22'],
  },
  // Mùng 1–3: Sat 6 to Mon 8/02; 1/5 a Saturday.
  2027: {
    settled: false,
    off: ['01-01', '02-08', '02-09', '02-10', '04-16', '04-30', '05-03', '09-02', '11-24'],
    working: [],
  },
  // 1/1 a Saturday, 30/4 a Sunday before Mon 1/5, 2/9 a Saturday.
  2028: {
    settled: false,
    off: ['01-03', '01-26', '01-27', '01-28', '04-04', '05-01', '05-02', '09-04', '11-24'],
    working: [],
  },
  // 2/9 a Sunday; 24/11 a Saturday and not made up.
  2029: {
    settled: false,
    off: ['01-01', '02-13', '02-14', '02-15', '04-23', '04-30', '05-01', '09-03'],
    working: [],
  },
  // Mùng 1–3: Sat 2 to Mon 4/02; 24/11 a Sunday and not made up.
  2030: {
    settled: false,
    off: ['01-01', '02-04', '02-05', '02-06', '04-12', '04-30', '05-01', '09-02'],
    working: [],
  },
};

/** The same for the years whose notices are known but not yet confirmed, as if they were. */
export const whenConfirmed: Record<number, Omit<OracleYear, 'settled'>> = {
  2020: {
    off: ['01-01', '01-23', '01-24', '01-27', '01-28', '01-29', '04-02', '04-30', '05-01', '09-02'],
    working: [],
  },
  2021: {
    off: ['01-01', '02-10', '02-11', '02-12', '02-15', '02-16', '04-21', '04-30', '05-03', '09-02', '09-03'],
    working: [],
  },
  2022: {
    off: [...['01-03', '01-31', '02-01', '02-02', '02-03', '02-04', '04-11', '05-02', '05-03'], ...['09-01', '09-02']],
    working: [],
  },
  2023: {
    off: [...['01-02', '01-20', '01-23', '01-24', '01-25', '01-26', '05-01', '05-02', '05-03'], ...['09-01', '09-04']],
    working: [],
  },
  2024: {
    off: [
      ...['01-01', '02-08', '02-09', '02-12', '02-13', '02-14', '04-18', '04-29', '04-30', '05-01'],
      ...['09-02', '09-03'],
    ],
    working: ['05-04'],
  },
};

/** Gives every local day of the year, counted with the host's own calendar and not with the product's arithmetic. */
export function everyDay(year: number): { date: string; rest: boolean }[] {
  const days: { date: string; rest: boolean }[] = [];
  for (let index = 0; index < 366; index += 1) {
    const day = new Date(Date.UTC(year, 0, 1 + index));
    if (day.getUTCFullYear() === year) {
      days.push({ date: day.toISOString().slice(0, 10), rest: day.getUTCDay() === 0 || day.getUTCDay() === 6 });
    }
  }
  return days;
}
