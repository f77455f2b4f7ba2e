import { ensureInstalled } from '../tools/bootstrap.mjs';
ensureInstalled();
const { buildBench } = await import('./build.mjs');
await buildBench();
