// A listing as long as the nation's, made of a city's.

/** How many places of this kind the nation had at the end of 2024. */
const COUNT = 186_000;

/** Copies lie beside each other, as far apart as a city is wide. */
const DEGREES_EAST = 0.011;
const DEGREES_NORTH = 0.009;
const COPIES_A_ROW = 5;

/**
 * A CSV of invented places: those of `csv` again and again, each copy a little further, with what a
 * map needs of them. They stay within the city, whose districts are those the site knows.
 */
export function nation(csv) {
  const [header, ...lines] = csv.replace(/^\uFEFF/, "").trim().split(/\r?\n/);
  const names = header.split(",");
  const column = (name) => names.indexOf(name);
  const [kinds, district, lat, lng, hours] = ["kinds", "district", "lat", "lng", "hours"].map(column);
  const rows = lines.map(cells).filter((row) => row[lat]);
  const listing = ["name,kinds,district,lat,lng,datum,hours"];
  for (let index = 0; index < COUNT; index += 1) {
    const row = rows[index % rows.length];
    const copy = Math.floor(index / rows.length);
    const north = Number(row[lat]) + Math.floor(copy / COPIES_A_ROW) * DEGREES_NORTH;
    const east = Number(row[lng]) + (copy % COPIES_A_ROW) * DEGREES_EAST;
    const quoted = `"${row[hours].replaceAll('"', '""')}"`;
    listing.push(`站,"${row[kinds]}",${row[district]},${north.toFixed(5)},${east.toFixed(5)},wgs84,${quoted}`);
  }
  return listing.join("\n");
}

/** The cells of a line, some of them in quotes. */
function cells(line) {
  const found = line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g);
  return [...found].map(([, cell]) => cell.replace(/^"|"$/g, "").replaceAll('""', '"'));
}
