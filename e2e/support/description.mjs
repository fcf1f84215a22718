// The site's own description of its API, and a way of asking that holds it to that.

import assert from 'node:assert/strict';
import Ajv from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

/** Reads the description of `site`. */
export async function describe(site) {
  const description = await (await site.ask('/api/v1/openapi.json')).json();
  const ajv = new Ajv({ strict: false });
  addFormats(ajv);
  ajv.addSchema({ $id: 'api', components: description.components });
  const compile = (schema) => ajv.compile(
    JSON.parse(JSON.stringify(schema).replaceAll('"#/components', '"api#/components')),
  );
  const compiled = new Map();
  const validator = (schema) => {
    if (!compiled.has(schema)) compiled.set(schema, compile(schema));
    return compiled.get(schema);
  };

  /** Fails unless `value` is what `schema` says. */
  function fits(schema, value, what) {
    const validate = validator(schema);
    assert.ok(validate(value), `${what}: ${ajv.errorsText(validate.errors)}`);
  }

  /** Asks `address` and checks the answer against the description of `path`. */
  async function check(path, address, { status = 200, method = 'GET', ...options } = {}) {
    const response = await site.ask(address, { method, ...options });
    assert.equal(response.status, status, `${address}: ${await response.clone().text()}`);
    const [type] = response.headers.get('content-type').split(';');
    const described = description.paths[path][method.toLowerCase()].responses[status];
    assert.ok(described, `${path} does not describe ${status}`);
    assert.ok(described.content[type], `${path} ${status} does not describe ${type}`);
    if (!type.endsWith('json')) return response.text();
    const body = await response.json();
    fits(described.content[type].schema, body, address);
    return body;
  }

  /** Asks as somebody; every `{…}` of the path is replaced by what is given under its name. */
  function ask(method, path, { body, bearer, key, from, query = '', status, at, ...names } = {}) {
    const address = Object.entries(names)
      .reduce((address, [name, value]) => address.replace(`{${name}}`, value), path);
    return check(path, address + query, {
      method,
      status,
      at,
      body: body && JSON.stringify(body),
      headers: {
        ...(body && { 'content-type': 'application/json' }),
        ...(bearer && { authorization: `Bearer ${bearer}` }),
        ...(key && { 'idempotency-key': key }),
        ...(from && { 'x-client': from }),
      },
    });
  }

  return { description, check, ask, fits };
}
