import { main } from '../main.ts';
import type { Commands } from '../program.ts';

/** Each is imported when the command is run, never before: a decision must not load what only a build needs. */
main({
  check: () => import('../commands/check.ts'),
  format: () => import('../commands/format.ts'),
  test: () => import('../commands/test.ts'),
  trace: () => import('../commands/trace.ts'),
  decide: () => import('../commands/decide.ts'),
  explain: () => import('../commands/explain.ts'),
  timeline: () => import('../commands/timeline.ts'),
  build: () => import('../commands/build.ts'),
  emit: () => import('../commands/emit.ts'),
  new: () => import('../commands/new.ts'),
  diff: () => import('../commands/diff.ts'),
  git: () => import('../commands/git.ts'),
} satisfies Required<Commands>);
