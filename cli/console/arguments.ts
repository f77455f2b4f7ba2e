import { Command, type ErrorOptions, Help, Option } from 'commander';
import { cellWidth } from '../render/width.ts';
import type { Texts } from '../texts/texts.ts';
import { Unusable } from './failure.ts';
import { languages } from './language.ts';

/** Commander's words in the user's language; wrong usage is thrown as `Unusable` instead of ending the process. */
export class SpokenCommand extends Command {
  constructor(
    readonly texts: Texts,
    name?: string,
  ) {
    super(name);
    const { usage } = texts;
    this.helpOption('-h, --help', usage.help);
    this.helpCommand(false);
    this.configureHelp({ styleTitle: (title) => usage.headings[title] ?? title });
    this.addOption(choiceOption(texts, '--lang <zh|en>', usage.lang, languages));
  }

  override createCommand(name?: string): SpokenCommand {
    return new SpokenCommand(this.texts, name);
  }

  override createHelp(): Help {
    return Object.assign(new SpokenHelp(this.texts), this.configureHelp());
  }

  /** Commander gives its message in English with a code: the quoted names in it are what we need. */
  override error(message: string, options?: ErrorOptions): never {
    throw new Unusable(`${wrongUsage(message, options?.code ?? '', this.texts)}\n${this.#seeHelp()}`);
  }

  #seeHelp(): string {
    const names: string[] = [];
    for (let command: Command | null = this; command; command = command.parent) names.unshift(command.name());
    return this.texts.usage.seeHelp(names.join(' '));
  }
}

/** Choices and defaults are said in the description itself; commander's placeholders are in the user's language. */
class SpokenHelp extends Help {
  constructor(readonly texts: Texts) {
    super();
  }

  override optionDescription(option: Option): string {
    return option.description;
  }

  /** Columns line up by terminal cells, of which a Chinese character takes two. */
  override displayWidth(text: string): number {
    return cellWidth(text);
  }

  override commandUsage(command: Command): string {
    return this.#spoken(super.commandUsage(command));
  }

  override subcommandTerm(command: Command): string {
    return this.#spoken(super.subcommandTerm(command));
  }

  #spoken(usage: string): string {
    const { optionsWord, commandWord } = this.texts.usage;
    return usage.replace('[options]', `[${optionsWord}]`).replace('[command]', `[${commandWord}]`);
  }
}

function wrongUsage(message: string, code: string, { usage }: Texts): string {
  const quoted = /'([^']+)'/.exec(message)?.[1] ?? '';
  const near = /Did you mean (?:one of )?([^?]+)\?/.exec(message)?.[1] ?? '';
  switch (code) {
    case 'commander.unknownCommand':
      return usage.unknownCommand(quoted, near);
    case 'commander.unknownOption':
      return usage.unknownOption(quoted, near);
    case 'commander.missingArgument':
      return usage.missingArgument(quoted);
    case 'commander.optionMissingArgument':
      return usage.missingValue(quoted);
    case 'commander.missingMandatoryOptionValue':
      return usage.missingOption(quoted);
    case 'commander.excessArguments':
      return usage.excessArguments(/Expected (\d+)/.exec(message)?.[1] ?? '0');
    default:
      return usage.wrong(message);
  }
}

/** An option that takes one of a few words. */
export function choiceOption(
  texts: Texts,
  flags: string,
  description: string,
  choices: readonly string[],
): Option {
  const option = new Option(flags, description);
  return option.argParser((value: string) => {
    if (choices.includes(value)) return value;
    throw new Unusable(texts.usage.notAChoice(value, option.long ?? flags, choices));
  });
}

/** An option that takes a number from 0 to 100. */
export function percentOption(texts: Texts, flags: string, description: string): Option {
  const option = new Option(flags, description);
  return option.argParser((value: string) => {
    if (/^\d+(\.\d+)?$/.test(value) && Number(value) <= 100) return Number(value);
    throw new Unusable(texts.usage.notAPercent(option.long ?? flags, value));
  });
}

/** An option that takes a number of seconds. */
export function secondsOption(texts: Texts, flags: string, description: string): Option {
  const option = new Option(flags, description);
  return option.argParser((value: string) => {
    if (/^\d+(\.\d+)?$/.test(value) && Number(value) > 0) return Number(value);
    throw new Unusable(texts.usage.notSeconds(option.long ?? flags, value));
  });
}

/** An option that may be given several times; the values come as a list. */
export function repeatedOption(flags: string, description: string): Option {
  const collect = (value: string, before: readonly string[] | undefined) => [...(before ?? []), value];
  return new Option(flags, description).argParser(collect);
}
