/**
 * Mùng 1 Tết and 10/3 of the Vietnamese lunar calendar by the astronomical rule: months begin on the local day (UTC+7) of the
 * new moon, month 11 holds the winter solstice, and of thirteen months the first without a major solar term is the leap one.
 * New moons and the sun's longitude by the truncated series of J. Meeus, Astronomical Algorithms, chapters 25 and 49
 * (minutes of error; no date of 2020–2030 lies so near midnight).
 */
const sin = (degrees: number) => Math.sin((degrees * Math.PI) / 180);

/** Julian day (TT) of the k-th new moon after January 2000. */
function newMoon(k: number): number {
  const t = k / 1236.85;
  const e = 1 - 0.002516 * t;
  const sun = 2.5534 + 29.1053567 * k;
  const moon = 201.5643 + 385.81693528 * k + 0.0107582 * t * t;
  const latitude = 160.7108 + 390.67050284 * k - 0.0016118 * t * t;
  const node = 124.7746 - 1.56375588 * k;
  const mean = 2451550.09766 + 29.530588861 * k + 0.00015437 * t * t;
  return (
    mean -
    0.4072 * sin(moon) +
    0.17241 * e * sin(sun) +
    0.01608 * sin(2 * moon) +
    0.01039 * sin(2 * latitude) +
    0.00739 * e * sin(moon - sun) -
    0.00514 * e * sin(moon + sun) +
    0.00208 * e * e * sin(2 * sun) -
    0.00111 * sin(moon - 2 * latitude) -
    0.00057 * sin(moon + 2 * latitude) +
    0.00056 * e * sin(2 * moon + sun) -
    0.00042 * sin(3 * moon) +
    0.00042 * e * sin(sun + 2 * latitude) +
    0.00038 * e * sin(sun - 2 * latitude) -
    0.00024 * e * sin(2 * moon - sun) -
    0.00017 * sin(node)
  );
}

/** The sun's apparent longitude in degrees at the Julian day. */
function sunLongitude(julian: number): number {
  const t = (julian - 2451545) / 36525;
  const m = 357.52911 + 35999.05029 * t;
  const centre = (1.914602 - 0.004817 * t) * sin(m) + (0.019993 - 0.000101 * t) * sin(2 * m) + 0.000289 * sin(3 * m);
  const longitude = 280.46646 + 36000.76983 * t + centre - 0.00569 - 0.00478 * sin(125.04 - 1934.136 * t);
  return ((longitude % 360) + 360) % 360;
}

const deltaTDays = 70 / 86_400;
const zoneDays = 7 / 24;

/** The local day number (Julian day at noon) on which an instant (TT) falls. */
const localDayNumber = (julian: number) => Math.floor(julian - deltaTDays + zoneDays + 0.5);
const startOf = (dayNumber: number) => dayNumber - 0.5 - zoneDays + deltaTDays;
/** The major solar term (0–11) in force when the local day begins. */
const termAt = (dayNumber: number) => Math.floor(sunLongitude(startOf(dayNumber)) / 30);

/** Which new moon begins the month that holds the winter solstice of the year. */
function eleventhMonth(year: number): number {
  let solstice = Math.floor(Date.UTC(year, 11, 18) / 86_400_000 + 2440588);
  while (termAt(solstice + 1) !== 9) solstice += 1;
  let k = Math.round((solstice - 2451550) / 29.530588861) + 1;
  while (localDayNumber(newMoon(k)) > solstice) k -= 1;
  return k;
}

/** Gives both days of the lunar year that begins in `year`, as YYYY-MM-DD. */
export function lunarDays(year: number): { tet: string; hungKings: string } {
  const first = eleventhMonth(year - 1);
  const leapYear = eleventhMonth(year) - first === 13;
  const dayOf = (k: number) => localDayNumber(newMoon(k));
  const months: number[] = [];
  let leapTaken = false;
  for (let k = first; months.length < 5; k += 1) {
    const isLeap = leapYear && !leapTaken && k > first && termAt(dayOf(k)) === termAt(dayOf(k + 1));
    if (isLeap) leapTaken = true;
    else months.push(k);
  }
  // Months 11, 12, 1, 2, 3.
  const text = (dayNumber: number) => new Date((dayNumber - 2440588) * 86_400_000).toISOString().slice(0, 10);
  return { tet: text(dayOf(months[2] ?? 0)), hungKings: text(dayOf(months[4] ?? 0) + 9) };
}
