// Working days by the tables of `domain/src/calendar/years.rs`, counted another way than there:
// each day has the sum of all working minutes before it. Years without a table go by their weekdays,
// and what is counted over them is assumed.

import { readFileSync } from 'node:fs';

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;
const BEIJING = 8 * 60 * MINUTE;
const tables = readFileSync(new URL('../../domain/src/calendar/years.rs', import.meta.url), 'utf8');

const UNTIL = 2032;
const isWeekday = (one) => new Date(one * DAY).getUTCDay() % 6 !== 0;
/** Every day: since 1970, as Beijing counts them, and whether it is worked. */
const known = [...tables.matchAll(/number: (\d+),\s*days_off: &\[(.*?)\],\s*make_up: &\[(.*?)\]/gs)]
  .flatMap(([, year, off, makeUp]) => {
    const day = (month, date) => Date.UTC(Number(year), month - 1, date) / DAY;
    const free = [...off.matchAll(/\(\((\d+), (\d+)\), \((\d+), (\d+)\)/g)]
      .map(([, ...numbers]) => numbers.map(Number))
      .map(([month, date, lastMonth, lastDate]) => [day(month, date), day(lastMonth, lastDate)]);
    const worked = new Set([...makeUp.matchAll(/\(\((\d+), (\d+)\),/g)]
      .map(([, month, date]) => day(Number(month), Number(date))));
    const all = [];
    for (let one = day(1, 1); one <= day(12, 31); one += 1) {
      const isFree = free.some(([first, last]) => first <= one && one <= last);
      all.push({ one, works: worked.has(one) || (!isFree && isWeekday(one)) });
    }
    return all;
  });

const lastKnown = known.at(-1).one;
const days = [...known];
for (let one = lastKnown + 1; one * DAY < Date.UTC(UNTIL, 0); one += 1) {
  days.push({ one, works: isWeekday(one) });
}
const first = days[0].one;
const before = [0];
for (const { works } of days) before.push(before.at(-1) + (works ? 1440 : 0));

/** What runs round the clock, and what runs on working days; moments are milliseconds since 1970. */
export const ROUND_THE_CLOCK = {
  between: (from, to) => Math.max(0, (to - from) / MINUTE),
  after: (from, minutes) => from + minutes * MINUTE,
  isAssumed: () => false,
};

export const WORKING_DAYS = {
  between: (from, to) => Math.max(0, sum(to) - sum(from)),
  /** The earliest moment by which so many minutes have run since `from`. */
  after(from, minutes) {
    if (minutes <= 0) return from;
    const wanted = sum(from) + minutes;
    let place = dayOf(from);
    while (before[place + 1] < wanted) place += 1;
    if (!days[place]) throw new Error('the days do not reach that far');
    return (first + place) * DAY - BEIJING + (wanted - before[place]) * MINUTE;
  },
  isAssumed: (from, minutes) => minutes > 0
    && days[dayOf(WORKING_DAYS.after(from, minutes) - 1)].one > lastKnown,
};

const dayOf = (at) => Math.floor((at + BEIJING) / DAY) - first;

/** Working minutes until `at`. */
function sum(at) {
  const place = dayOf(at);
  if (!days[place]) throw new Error('the days do not reach that far');
  const today = (at + BEIJING) / MINUTE - (first + place) * 1440;
  return before[place] + (days[place].works ? today : 0);
}

/** Seconds are dropped where time is counted. */
export const toTheMinute = (at) => Math.floor(at / MINUTE) * MINUTE;

/** The moment as the API writes it. */
export const written = (at) => `${new Date(at + BEIJING).toISOString().slice(0, 19)}+08:00`;
