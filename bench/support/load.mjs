// Load: so many clients, each on a connection of its own, ask again and again for so long.

import http from 'node:http';

/**
 * Gives the milliseconds of each answer. `next` gives a request: `{ url, method, headers, body }`;
 * any other status than one of `good` ends it all.
 */
export async function load(next, clients, seconds, good = [200]) {
  const agent = new http.Agent({ keepAlive: true, maxSockets: clients });
  const end = performance.now() + seconds * 1000;
  const times = [];
  const client = async () => {
    while (performance.now() < end) {
      const asked = next();
      const start = performance.now();
      await once(asked, agent, good);
      times.push(performance.now() - start);
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  agent.destroy();
  return times;
}

/** The value that this share of them does not exceed. */
export const share = (times, part) => [...times].sort((a, b) => a - b)[Math.floor(times.length * part)];

function once({ url, method = 'GET', headers, body }, agent, good) {
  return new Promise((resolve, reject) => {
    const request = http.request(url, { agent, method, headers }, (response) => {
      if (!good.includes(response.statusCode)) reject(new Error(`${url} answers ${response.statusCode}`));
      response.resume().on('end', resolve);
    });
    request.on('error', reject);
    request.end(body);
  });
}
