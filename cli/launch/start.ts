#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { Script } from 'node:vm';
import { type Bundle, bundleFor } from './bundle.ts';
import { CodeCache } from './code-cache.ts';

/** File name of each bundle, with the hash of what is in it; put in by tools/build.mjs. */
declare const BUNDLES: { readonly [bundle in Bundle]: string };

/** What a bundle is: a function as Node wraps a module, so that its text can be compiled from the cache. */
type Wrapped = (require: NodeJS.Require, filename: string, url: string) => void;

const folder = join(__dirname, 'cli');
const { bundle, command } = bundleFor(process.argv.slice(2));
const file = BUNDLES[bundle];
const path = join(folder, file);

/**
 * How much of a function has to run before V8 optimises it, in bytes of its own code; nine times what V8 begins with. Checking is
 * over before most of what it would optimise has paid: half the processor time of `check policies` went there.
 */
if (bundle === 'check') setFlagsFromString('--interrupt-budget=600000');

// Node's own switch for its own cache of the same kind.
const cached = process.env.NODE_DISABLE_COMPILE_CACHE !== '1';
const cache = new CodeCache(
  join(folder, 'code-cache'),
  `${file}-${command ?? 'help'}-${process.versions.v8}-${process.arch}`,
);
const code = cached ? cache.read() : null;

const script = new Script(readFileSync(path, 'latin1'), {
  filename: path,
  ...(code ? { cachedData: code } : {}),
});

/**
 * Compiled code of a run remembers which functions V8's first compiler, Sparkplug, had taken on, and whoever reads it compiles
 * these at once, needed or not: 15 of the 130 ms of checking one policy. So a run that writes the cache does without Sparkplug;
 * it is back on when the cache is written, since V8 refuses what was written under other switches.
 */
if (cached && (!code || script.cachedDataRejected)) {
  setFlagsFromString('--no-sparkplug');
  // At the end, so that it holds what the command called for. A run that was broken off called for little.
  process.on('exit', (status) => {
    setFlagsFromString('--sparkplug');
    if (status <= 1) cache.save(script.createCachedData());
  });
}

const run: Wrapped = script.runInThisContext();
// The require() of this file: it is in a folder above, and what is asked for are packages and modules of Node.
run(require, path, pathToFileURL(path).href);
