import Handlebars from 'handlebars';
import type { RenderEnv } from './env.ts';
import { HELPERS, isTrue } from './helpers/index.ts';
import { printHtml, settle, stringOf } from './print.ts';
import type { Program } from './template/ast.ts';
import { MERGE, PRINT_ATTRIBUTE, PRINT_DRAWING, PRINT_PLAIN, PRINT_TEXT, SETTLE } from './template/instrument.ts';

/** What Handlebars passes last to each helper. */
interface Options {
  readonly hash: Readonly<Record<string, unknown>>;
  readonly data: { readonly kit: RenderEnv };
  readonly fn: (context: unknown, options?: object) => string;
  readonly inverse: (context: unknown) => string;
}

const WAYS = { [PRINT_TEXT]: 'text', [PRINT_ATTRIBUTE]: 'attribute', [PRINT_DRAWING]: 'drawing' } as const;

export interface Runtime {
  /** The template as a function; compiled at its first use. */
  readonly compile: (program: Program) => (context: unknown, env: RenderEnv) => string;
  readonly partial: (name: string, program: Program) => void;
}

/** A Handlebars of our own: no `lookup` or `log` of its making, no prototypes, no helpers but ours. */
export function openRuntime(): Runtime {
  const handlebars = Handlebars.create();
  handlebars.unregisterHelper('log');
  const known: Record<string, boolean> = { if: true, unless: true, each: true, with: true, let: true };
  for (const [name, helper] of HELPERS) {
    known[name] = true;
    handlebars.registerHelper(name, (...all: unknown[]) => {
      const options = all.pop() as Options;
      return helper.run(all, options.hash, options.data.kit);
    });
  }
  for (const [name, where] of Object.entries(WAYS)) {
    known[name] = true;
    handlebars.registerHelper(name, (value: unknown, canonical: string, label: string, position: number, options: Options) =>
      printHtml(value, canonical, label, position, options.data.kit, where),
    );
  }
  known[PRINT_PLAIN] = true;
  handlebars.registerHelper(
    PRINT_PLAIN,
    (value: unknown, canonical: string, label: string, position: number, options: Options) => {
      const env = options.data.kit;
      return stringOf(value, env, canonical, label, env.positions[position]?.span) ?? '';
    },
  );
  known[SETTLE] = true;
  handlebars.registerHelper(SETTLE, (value: unknown, position: number, options: Options) => {
    const env = options.data.kit;
    settle(env, env.positions[position]?.span);
    return value;
  });
  known[MERGE] = true;
  handlebars.registerHelper(MERGE, (context: unknown, options: Options) => ({ ...(context as object), ...options.hash }));
  registerBlocks(handlebars);
  const options = {
    knownHelpers: known,
    knownHelpersOnly: true,
    noEscape: true,
    preventIndent: true,
    explicitPartialContext: false,
  } as unknown as CompileOptions;
  // Called as Handlebars calls a partial, a template takes helpers as they are; else all of them would be wrapped anew for each job, and each
  // call's options copied. What `partial` leaves to the caller stands here: no hooks, no prototypes, no log of attempts.
  const denied = { whitelist: Object.create(null) as object, defaultValue: false };
  const runtime = {
    partial: true,
    helpers: handlebars.helpers,
    partials: handlebars.partials,
    decorators: {},
    hooks: {},
    protoAccessControl: { properties: denied, methods: denied },
  };
  return {
    compile(program) {
      const template = handlebars.compile(program as unknown as string, options);
      return (context, env) => template(context, { ...runtime, data: { root: context, kit: env } });
    },
    partial(name, program) {
      handlebars.registerPartial(name, handlebars.compile(program as unknown as string, options));
    },
  };
}

/** Loops in loops may turn without end; a page of kit's own art turns a few thousand times. */
const MOST_TURNS = 200_000;

/** Whether a loop over this may still run. */
function mayTurn(over: unknown, env: RenderEnv): boolean {
  const before = env.turns;
  env.turns += Array.isArray(over) ? over.length : typeof over === 'object' && over !== null ? Object.keys(over).length : 0;
  if (env.turns <= MOST_TURNS) return true;
  if (before <= MOST_TURNS) {
    const hint = 'Look for loops in loops: the turns of all multiply.';
    env.pending.push({
      code: 'template-unsupported',
      message: `The loops of this template turn more than ${MOST_TURNS.toLocaleString('en')} times.`,
      hint,
    });
  }
  return false;
}

function registerBlocks(handlebars: typeof Handlebars): void {
  const each = handlebars.helpers.each as (this: unknown, over: unknown, options: Options) => string;
  handlebars.registerHelper('each', function block(this: unknown, over: unknown, options: Options) {
    return mayTurn(over, options.data.kit) ? each.call(this, over, options) : '';
  });
  handlebars.registerHelper('if', function block(this: unknown, value: unknown, options: Options) {
    return isTrue(value) ? options.fn(this) : options.inverse(this);
  });
  handlebars.registerHelper('unless', function block(this: unknown, value: unknown, options: Options) {
    return isTrue(value) ? options.inverse(this) : options.fn(this);
  });
  handlebars.registerHelper('let', function block(this: unknown, ...all: unknown[]) {
    const options = all.pop() as Options;
    return options.fn(this, { data: options.data, blockParams: all });
  });
}
