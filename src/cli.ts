import { Command, CommanderError, Option } from 'commander';
import type { BuildFlags } from './commands/build.ts';
import { VERSION } from './core/version.ts';
import { MachineError } from './core/world.ts';

/** Exit codes: 0 fine, 1 the campaign has errors, 2 wrong use, 3 the machine (disk), 70 a bug of ours (sysexits.h: EX_SOFTWARE). */
const EXIT = { fine: 0, campaign: 1, usage: 2, machine: 3, bug: 70 } as const;

const many = (value: string, before: readonly string[] | undefined): readonly string[] => [
  ...(before ?? []),
  ...value
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== ''),
];

/** The options that mean the same in each command. */
function withShared(command: Command): Command {
  return command
    .option('-l, --library <id>', 'only this library; may be given several times', many)
    .option('-L, --language <tag>', 'only this language; may be given several times', many)
    .option('-p, --piece <name>', 'only this piece; may be given several times', many)
    .option('--strict', 'treat warnings as errors')
    .addOption(new Option('--format <format>', 'how complaints are printed').choices(['human', 'short', 'json']).default('human'))
    .option('-v, --verbose', 'tell how long each stage took');
}

function program(exit: (code: number) => void): Command {
  const kit = new Command('kit')
    .description('Turns one campaign file into a complete campaign kit for every library.')
    .version(VERSION)
    .exitOverride()
    .showHelpAfterError('(kit --help shows the commands)')
    .showSuggestionAfterError();
  withShared(kit.command('build').argument('<file>', 'the campaign file, campaign.yaml').description('build the kits'))
    .option('-o, --out <folder>', 'where the kits go', 'out')
    .option('--no-gallery', 'make no small pictures of the pages')
    .option('--dry-run', 'print the plan and write nothing')
    .action(async (file: string, flags: BuildFlags) => exit(await (await import('./commands/build.ts')).build(file, flags)));
  withShared(
    kit
      .command('check')
      .argument('<file>', 'the campaign file, campaign.yaml')
      .description('do all that build does, but write nothing'),
  ).action(async (file: string, flags: BuildFlags) => exit(await (await import('./commands/check.ts')).check(file, flags)));
  kit
    .command('schema')
    .description('print the JSON Schema of campaign.yaml, for editors')
    .action(async () => exit(await (await import('./commands/schema.ts')).schema()));
  kit
    .command('explain')
    .argument('[code]', 'the code in brackets of a complaint')
    .description('say what a complaint means; without a code, list them all')
    .action(async (code: string | undefined) => exit((await import('./commands/explain.ts')).explain(code)));
  return kit;
}

/** Runs one command. The only try/catch, the only exit code. */
export async function main(args: readonly string[]): Promise<number> {
  let code: number = EXIT.fine;
  try {
    await program((exit) => {
      code = exit;
    }).parseAsync(args, { from: 'user' });
    return code;
  } catch (cause) {
    if (cause instanceof CommanderError) return cause.exitCode === 0 ? EXIT.fine : EXIT.usage;
    if (cause instanceof MachineError) {
      process.stderr.write(`kit: ${cause.message}\n`);
      return EXIT.machine;
    }
    const what = cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
    process.stderr.write(
      `kit: this is a bug in kit ${VERSION}, not in your campaign. Please report it with the campaign and these lines:\n${what}\n`,
    );
    return EXIT.bug;
  }
}
