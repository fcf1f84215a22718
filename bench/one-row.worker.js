// The floor of the platform: a Durable Object in plain JavaScript that keeps one row a request.

import { DurableObject } from 'cloudflare:workers';

export class OneRow extends DurableObject {
  constructor(state, env) {
    super(state, env);
    this.sql = state.storage.sql;
    this.sql.exec('CREATE TABLE IF NOT EXISTS request (id INTEGER PRIMARY KEY, body TEXT NOT NULL)');
  }

  async fetch(request) {
    this.sql.exec('INSERT INTO request (body) VALUES (?)', await request.text());
    return new Response('ok\n', { status: 201 });
  }
}

export default {
  fetch(request, env) {
    const { pathname } = new URL(request.url);
    return env.ONE_ROW.getByName(pathname).fetch(request);
  },
};
