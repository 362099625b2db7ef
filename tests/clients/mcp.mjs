// Lists and calls the tools with the TypeScript SDK of the Model Context Protocol.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';

const client = new Client({ name: 'check', version: '1' });
await client.connect(new StreamableHTTPClientTransport(new URL('/mcp', process.argv[2])));
const { tools } = await client.listTools();
assert.equal(tools.length, 7);
const rows = (await readFile(process.argv[3], 'utf8')).split('\n').filter((line) => /^\| `[a-z_]+` \| `\{/.test(line)).map((line) => line.split('`'));
assert.equal(rows.length, 7);
for (const [, tool, , args, , expected] of rows) {
  const answer = await client.callTool({ name: tool, arguments: JSON.parse(args) });
  assert.deepEqual(JSON.parse(answer.content[0].text), answer.structuredContent);
  for (const [name, value] of Object.entries(JSON.parse(expected))) assert.deepEqual(answer.structuredContent[name], value, tool);
}
const refused = await client.callTool({ name: 'derivative', arguments: { function: 'tanh(2x' } });
assert.ok(refused.isError && refused.content[0].text.includes("'(' is never closed."));
await client.close();
console.log(`tools of the TypeScript SDK: ${tools.map((tool) => tool.name).join(', ')}: all as expected`);
