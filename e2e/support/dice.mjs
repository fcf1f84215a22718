// Chance that can be had again: the same seed, the same throws.

/** The throws of a seed (mulberry32). */
export function dice(seed) {
  let state = seed >>> 0;
  const chance = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (bound) => Math.floor(chance() * bound);
  return { chance, below, one: (of) => of[below(of.length)] };
}
