/** Days since noon of 01/01/4713 before our era for an ISO date. */
const julianDayOf = (date: string): number => Math.round(Date.parse(`${date}T00:00:00Z`) / 86_400_000 + 2_440_588)
const dateOf = (julianDay: number): string => new Date((julianDay - 2_440_588) * 86_400_000).toISOString().slice(0, 10)

/** Vietnam reckons its calendar on the meridian 105° E: seven hours before universal time (Decision 121/CP of 1967). */
const zone = 7 / 24
const radian = Math.PI / 180

/** Julian date of the k-th new moon after 01/01/1900; good to a few minutes. J. Meeus, Astronomical Formulae for Calculators, chapter 32. */
const newMoon = (k: number): number => {
  const t = k / 1236.85
  const [t2, t3] = [t * t, t * t * t]
  const sun = (359.2242 + 29.10535608 * k - 0.0000333 * t2 - 0.00000347 * t3) * radian
  const moon = (306.0253 + 385.81691806 * k + 0.0107306 * t2 + 0.00001236 * t3) * radian
  const node = (21.2964 + 390.67050646 * k - 0.0016528 * t2 - 0.00000239 * t3) * radian
  const mean = 2415020.75933 + 29.53058868 * k + 0.0001178 * t2 - 0.000000155 * t3
  const swing = 0.00033 * Math.sin((166.56 + 132.87 * t - 0.009173 * t2) * radian)
  const correction =
    (0.1734 - 0.000393 * t) * Math.sin(sun) +
    0.0021 * Math.sin(2 * sun) -
    0.4068 * Math.sin(moon) +
    0.0161 * Math.sin(2 * moon) -
    0.0004 * Math.sin(3 * moon) +
    0.0104 * Math.sin(2 * node) -
    0.0051 * Math.sin(sun + moon) -
    0.0074 * Math.sin(sun - moon) +
    0.0004 * Math.sin(2 * node + sun) -
    0.0004 * Math.sin(2 * node - sun) -
    0.0006 * Math.sin(2 * node + moon) +
    0.001 * Math.sin(2 * node - moon) +
    0.0005 * Math.sin(2 * moon + sun)
  // Terrestrial time runs ahead of universal time; the polynomial holds from 1900 on.
  const ahead = -0.000278 + 0.000265 * t + 0.000262 * t2
  return mean + swing + correction - ahead
}

/** The day on which the k-th new moon falls in Vietnam. */
const newMoonDay = (k: number): number => Math.floor(newMoon(k) + 0.5 + zone)

/** In which twelfth of its year the sun stands when a day begins in Vietnam, 0 from the spring equinox on. Meeus, chapter 18. */
const sunTwelfth = (julianDay: number): number => {
  const t = (julianDay - 2451545.5 - zone) / 36525
  const anomaly = (357.5291 + 35999.0503 * t - 0.0001559 * t * t - 0.00000048 * t * t * t) * radian
  const centre =
    (1.9146 - 0.004817 * t - 0.000014 * t * t) * Math.sin(anomaly) +
    (0.019993 - 0.000101 * t) * Math.sin(2 * anomaly) +
    0.00029 * Math.sin(3 * anomaly)
  const longitude = 280.46645 + 36000.76983 * t + 0.0003032 * t * t + centre
  return Math.floor((((longitude % 360) + 360) % 360) / 30)
}

/** Number of the new moon that begins the eleventh month, the one with the winter solstice, of a year. */
const eleventhMonth = (year: number): number => {
  const k = Math.floor((julianDayOf(`${year}-12-31`) - 2415021) / 29.530588853)
  return sunTwelfth(newMoonDay(k)) >= 9 ? k - 1 : k
}

/** How many months after the eleventh the leap month stands: the first in which the sun enters no new twelfth. */
const leapMonthAfter = (k: number): number => {
  let month = 1
  while (month < 14 && sunTwelfth(newMoonDay(k + month)) !== sunTwelfth(newMoonDay(k + month + 1))) month++
  return month
}

/**
 * The ISO date of a day of the Vietnamese lunar calendar: `month` 1 to 10, the one that is no leap month, of the year that begins in `year`. Reckoned from new
 * moons and solar terms on the meridian 105° E, after J. Meeus and the method of Hồ Ngọc Đức (Computing the Vietnamese lunar calendar); from 1968, when
 * that meridian came into force, to 2100.
 */
export const lunarDate = (year: number, month: number, day: number): string => {
  const [k, next] = [eleventhMonth(year - 1), eleventhMonth(year)]
  const isLeapYear = next - k === 13
  const offset = month + 1
  const passesLeap = isLeapYear && leapMonthAfter(k) <= offset
  return dateOf(newMoonDay(k + offset + (passesLeap ? 1 : 0)) + day - 1)
}
