import type { Command, Option } from 'commander';
import { Option as PlainOption } from 'commander';
import { choiceOption, repeatedOption, SpokenCommand } from './console/arguments.ts';
import type { ExitStatus } from './console/failure.ts';
import type { Session } from './console/session.ts';
import { version } from './version.ts';

/** What a command module exports: does the work, says everything itself, and gives the exit status. */
export interface CommandModule<Args extends readonly unknown[], Options> {
  run(session: Session, args: Args, options: Options): Promise<ExitStatus>;
}

type Finish = (status: ExitStatus) => void;

/** The commands and their options. A command's module is loaded when the command is run, never before. */
export function buildProgram(session: Session, finish: Finish): Command {
  const { texts } = session;
  const { commands: about, args, options: opt } = texts;
  const program = new SpokenCommand(texts, 'bangfu');
  program.description(texts.usage.title).version(version, '-V, --version', texts.usage.version);

  const option = (flags: string, description: string): Option => new PlainOption(flags, description);
  const choice = (flags: string, description: string, choices: readonly string[]): Option =>
    choiceOption(texts, flags, description, choices);
  const binding = (): Option[] => [
    option('--as-of <DATE>', opt.asOf),
    repeatedOption('--set <NAME=VALUE>', opt.set),
    option('--parameters <FILE>', opt.parameters),
    option('--circumstances <FILE>', opt.circumstances),
  ];
  const data = (): Option[] => [
    option('--subject <NAME>', opt.subject),
    choice('--input <FORMAT>', opt.input, ['json', 'ndjson', 'yaml', 'csv', 'xlsx']),
    option('--sheet <NAME>', opt.sheet),
    option('--id <COLUMN>', opt.id),
    repeatedOption('--ignore <COLUMN>', opt.ignore),
  ];
  const findings = (): Option => choice('--format <FORMAT>', opt.formatFindings, ['text', 'json']);

  /** Adds a command whose module is named by `load`; its positional arguments arrive as a list. */
  function add<Args extends readonly unknown[], Options>(
    name: string,
    description: string,
    options: readonly Option[],
    load: () => Promise<CommandModule<Args, Options>>,
  ): Command {
    const command = program.command(name).description(description);
    for (const each of options) command.addOption(each);
    return command.action(async (...given: unknown[]) => {
      const module = await load();
      finish(await module.run(session, given.slice(0, -2) as unknown as Args, given.at(-2) as Options));
    });
  }

  add('check', about.check, [findings()], () => import('./commands/check.ts')).argument('[paths...]', args.paths);
  add(
    'format',
    about.format,
    [option('--check', opt.formatCheck), option('--stdout', opt.formatStdout)],
    () => import('./commands/format.ts'),
  ).argument('[paths...]', args.paths);
  add('test', about.test, [findings(), option('--coverage', opt.coverage)], () => import('./commands/test.ts')).argument(
    '[paths...]',
    args.policyPaths,
  );
  add(
    'decide',
    about.decide,
    [
      ...binding(),
      ...data(),
      option('--out <FILE>', opt.out),
      choice('--format <FORMAT>', opt.decideFormat, ['table', 'json', 'ndjson', 'csv', 'xlsx']),
    ],
    () => import('./commands/decide.ts'),
  )
    .argument('<policy>', args.policy)
    .argument('[data]', args.data);
  add(
    'explain',
    about.explain,
    [
      ...binding(),
      ...data(),
      option('--row <NUMBER>', opt.row),
      option('--events <FILE>', opt.eventsFile),
      choice('--format <FORMAT>', opt.explainFormat, ['text', 'json']),
    ],
    () => import('./commands/explain.ts'),
  )
    .argument('<policy>', args.policy)
    .argument('<data>', args.oneRecord);
  add(
    'timeline',
    about.timeline,
    [
      ...binding(),
      ...data(),
      option('--applicant <FILE>', opt.applicant),
      option('--ics <FILE>', opt.ics),
      choice('--format <FORMAT>', opt.timelineFormat, ['table', 'json']),
    ],
    () => import('./commands/timeline.ts'),
  )
    .argument('<policy>', args.policy)
    .argument('[events]', args.events);
  add(
    'build',
    about.build,
    [
      option('--out <DIR>', opt.outDir).makeOptionMandatory(),
      option('--watch', opt.watch),
      option('--standalone', opt.standalone),
    ],
    () => import('./commands/build.ts'),
  ).argument('[paths...]', args.policyPaths);
  add(
    'emit',
    about.emit,
    [option('--out <FILE>', opt.out), findings()],
    () => import('./commands/emit.ts'),
  )
    .argument('<target>', args.target)
    .argument('<policy>', args.policy);
  add('new', about.new, [], () => import('./commands/new.ts')).argument('<folder>', args.folder);
  add('trace', about.trace, [findings()], () => import('./commands/trace.ts')).argument('[paths...]', args.policyPaths);
  return program;
}
