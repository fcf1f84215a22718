// A second reading of the datums of Chinese maps, from their published formulas, to check the
// first against.

const AXIS = 6378245;
const ECCENTRICITY_SQUARED = 0.006693421622965943;

const wave = (x, periods) =>
  periods.reduce((sum, [size, period]) => sum + size * Math.sin((x * Math.PI) / period), 0);

const shared = (x) => ((20 * Math.sin(6 * x * Math.PI) + 20 * Math.sin(2 * x * Math.PI)) * 2) / 3;

/** From WGS-84 to GCJ-02, both `[lng, lat]` in degrees. */
export function gcj02([lng, lat]) {
  const [x, y] = [lng - 105, lat - 35];
  const root = Math.sqrt(Math.abs(x));
  const north =
    -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * root + shared(x) +
    (wave(y, [[20, 1], [40, 3]]) * 2) / 3 + (wave(y, [[160, 12], [320, 30]]) * 2) / 3;
  const east =
    300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * root + shared(x) +
    (wave(x, [[20, 1], [40, 3]]) * 2) / 3 + (wave(x, [[150, 12], [300, 30]]) * 2) / 3;
  const radians = (lat * Math.PI) / 180;
  const magic = 1 - ECCENTRICITY_SQUARED * Math.sin(radians) ** 2;
  const meridian = (AXIS * (1 - ECCENTRICITY_SQUARED)) / magic ** 1.5;
  const parallel = (AXIS / Math.sqrt(magic)) * Math.cos(radians);
  return [lng + (east / parallel) * (180 / Math.PI), lat + (north / meridian) * (180 / Math.PI)];
}

/** From GCJ-02 to Baidu's BD-09, both `[lng, lat]` in degrees. */
export function bd09([x, y]) {
  const turn = (Math.PI * 3000) / 180;
  const distance = Math.hypot(x, y) + 0.00002 * Math.sin(y * turn);
  const angle = Math.atan2(y, x) + 0.000003 * Math.cos(x * turn);
  return [distance * Math.cos(angle) + 0.0065, distance * Math.sin(angle) + 0.006];
}
