// Asks three routes by a client that is typed by the document, and is refused once.
import assert from 'node:assert/strict';
import createClient from 'openapi-fetch';
import type { paths } from './api.js';

const client = createClient<paths>({ baseUrl: process.argv[2] });
const derivative = await client.POST('/api/v1/derivative', { body: { function: 'x^2', point: 3 } });
if (!derivative.data) throw new Error(derivative.error.detail);
const text: string = derivative.data.derivative.text;
assert.deepEqual([text, derivative.data.value, derivative.data.verification?.verified], ['2*x', 6, true]);
const gradient = await client.POST('/api/v1/gradient', { body: { function: 'f(x, z) = 2z^3 x^2', point: { x: 1, z: 2 } } });
assert.deepEqual(gradient.data?.at?.[0]?.gradient, { x: 32, z: 24 });
const linked = await client.GET('/api/v1/evaluate', { params: { query: { function: 'x^2', point: '3' } } });
assert.equal(linked.data?.value, 9);
const descent = await client.POST('/api/v1/descent', { body: { function: 'x^2', start: 3, optimizer: { name: 'sgd', lr: 0.1 }, steps: 5 } });
assert.equal(descent.data?.stop.reason, 'steps');
const refused = await client.POST('/api/v1/derivative', { body: { function: 'tanh(2x' } });
assert.deepEqual([refused.error?.status, refused.error?.detail], [422, "'(' is never closed."]);
console.log('typed client: all as expected');
