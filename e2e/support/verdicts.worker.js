// Judges people in workerd: `?from=0&to=50000` answers one byte a verdict.

import { initSync, verdicts } from './verdicts.js';
import module from './verdicts_bg.wasm';

initSync({ module });

export default {
  fetch(request) {
    const asked = new URL(request.url).searchParams;
    return new Response(verdicts(Number(asked.get('from')), Number(asked.get('to'))));
  },
};
