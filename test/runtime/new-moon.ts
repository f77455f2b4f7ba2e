// Times of new moons, exact to some seconds: J. Meeus, Astronomical Algorithms, 2nd ed., chapter 49; difference between
// dynamical and universal time by the polynomials of Espenak and Meeus. An oracle for the lunar tables only.

const sin = (degrees: number): number => Math.sin((degrees * Math.PI) / 180);

/** Amplitude and the argument's multiples of sun, moon and latitude; `e` how often the eccentricity counts. */
const PERIODIC: readonly (readonly [
  amplitude: number,
  e: 0 | 1 | 2,
  sun: number,
  moon: number,
  lat: number,
])[] = [
  [-0.4072, 0, 0, 1, 0],
  [0.17241, 1, 1, 0, 0],
  [0.01608, 0, 0, 2, 0],
  [0.01039, 0, 0, 0, 2],
  [0.00739, 1, -1, 1, 0],
  [-0.00514, 1, 1, 1, 0],
  [0.00208, 2, 2, 0, 0],
  [-0.00111, 0, 0, 1, -2],
  [-0.00057, 0, 0, 1, 2],
  [0.00056, 1, 1, 2, 0],
  [-0.00042, 0, 0, 3, 0],
  [0.00042, 1, 1, 0, 2],
  [0.00038, 1, 1, 0, -2],
  [-0.00024, 1, -1, 2, 0],
  [-0.00007, 0, 2, 1, 0],
  [0.00004, 0, 0, 2, -2],
  [0.00004, 0, 3, 0, 0],
  [0.00003, 0, 1, 1, -2],
  [0.00003, 0, 0, 2, 2],
  [-0.00003, 0, 1, 1, 2],
  [0.00003, 0, -1, 1, 2],
  [-0.00002, 0, -1, 1, -2],
  [-0.00002, 0, 1, 3, 0],
  [0.00002, 0, 0, 4, 0],
];

/** Planets: phase, its rate, amplitude in millionths of a day. */
const PLANETARY: readonly (readonly [phase: number, rate: number, amplitude: number])[] = [
  [299.77, 0.107408, 325],
  [251.88, 0.016321, 165],
  [251.83, 26.651886, 164],
  [349.42, 36.412478, 126],
  [84.66, 18.206239, 110],
  [141.74, 53.303771, 62],
  [207.14, 2.453732, 60],
  [154.84, 7.30686, 56],
  [34.52, 27.261239, 47],
  [207.19, 0.121824, 42],
  [291.34, 1.844379, 40],
  [161.72, 24.198154, 37],
  [239.56, 25.513099, 35],
  [331.55, 3.592518, 23],
];

/** Julian day, dynamical time, of the `k`th new moon since January 2000. */
const newMoon = (k: number): number => {
  const t = k / 1236.85;
  const mean =
    2451550.09766 + 29.530588861 * k + 0.00015437 * t ** 2 - 0.00000015 * t ** 3 + 7.3e-10 * t ** 4;
  const eccentricity = 1 - 0.002516 * t - 0.0000074 * t ** 2;
  const sun = 2.5534 + 29.1053567 * k - 0.0000014 * t ** 2 - 0.00000011 * t ** 3;
  const moon = 201.5643 + 385.81693528 * k + 0.0107582 * t ** 2 + 0.00001238 * t ** 3 - 5.8e-8 * t ** 4;
  const latitude = 160.7108 + 390.67050284 * k - 0.0016118 * t ** 2 - 0.00000227 * t ** 3 + 1.1e-8 * t ** 4;
  const node = 124.7746 - 1.56375588 * k + 0.0020672 * t ** 2 + 0.00000215 * t ** 3;
  const periodic = PERIODIC.map(
    ([a, e, s, m, l]) => a * eccentricity ** e * sin(s * sun + m * moon + l * latitude),
  );
  const planetary = PLANETARY.map(([phase, rate, a], i) => {
    return a * 1e-6 * sin(phase + rate * k - (i === 0 ? 0.009173 * t ** 2 : 0));
  });
  return [...periodic, ...planetary].reduce((a, b) => a + b, mean - 0.00017 * sin(node));
};

/** Dynamical less universal time, in seconds. */
const deltaT = (year: number): number => {
  if (year < 1961)
    return 29.07 + 0.407 * (year - 1950) - (year - 1950) ** 2 / 233 + (year - 1950) ** 3 / 2547;
  if (year < 1986) return 45.45 + 1.067 * (year - 1975) - (year - 1975) ** 2 / 260 - (year - 1975) ** 3 / 718;
  if (year < 2005) return 63.86 + 0.3345 * (year - 2000) - 0.060374 * (year - 2000) ** 2;
  if (year < 2050) return 62.92 + 0.32217 * (year - 2000) + 0.005589 * (year - 2000) ** 2;
  return -20 + 32 * ((year - 1820) / 100) ** 2 - 0.5628 * (2150 - year);
};

const UNIX_EPOCH = 2440587.5;

/** The new moon nearest to noon of a day (days since 1970-01-01), as Beijing's time: `2024-02-10T06:59:00`. */
export const newMoonNear = (day: number): string => {
  const noon = UNIX_EPOCH + day + 0.5;
  const k = Math.round((noon - 2451550.1) / 29.530588861);
  const beijing = [k - 1, k, k + 1].map((n) => newMoon(n) - deltaT(1970 + day / 365.2425) / 86400 + 8 / 24);
  const nearest = beijing.reduce((a, b) => (Math.abs(a - noon) <= Math.abs(b - noon) ? a : b));
  return new Date((nearest - UNIX_EPOCH) * 86_400_000).toISOString().slice(0, 19);
};
