import type { RenderEnv } from '../env.ts';
import { HELPERS } from '../helpers/index.ts';
import { stringOf } from '../print.ts';
import { printOf } from '../printable.ts';
import type { Expression } from '../template/ast.ts';
import { isCall } from '../template/expressions.ts';
import type { Slot } from './slots.ts';

/** Own properties only, step by step from the context's root. */
function follow(parts: readonly string[], env: RenderEnv): unknown {
  let value: unknown = env.context;
  for (const part of parts) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, part)) return undefined;
    value = (value as Record<string, unknown>)[part];
  }
  return value;
}

function evaluate(expression: Expression, env: RenderEnv): unknown {
  switch (expression.type) {
    case 'StringLiteral':
    case 'NumberLiteral':
    case 'BooleanLiteral':
      return expression.value;
    case 'PathExpression':
      return follow(expression.data ? expression.parts.slice(1) : expression.parts, env);
    case 'SubExpression':
      return call(expression.path, expression.params, expression.hash?.pairs ?? [], env);
    default:
      return undefined;
  }
}

function call(
  path: Expression,
  params: readonly Expression[],
  pairs: readonly { key: string; value: Expression }[],
  env: RenderEnv,
): unknown {
  const helper = path.type === 'PathExpression' ? HELPERS.get(path.original) : undefined;
  const named = Object.fromEntries(pairs.map((pair) => [pair.key, evaluate(pair.value, env)]));
  return helper?.run(
    params.map((param) => evaluate(param, env)),
    named,
    env,
  );
}

/** 'library.name' for a placeholder that is a mere path. */
export const canonicalOf = ({ call: { path, params, hash } }: Slot): string =>
  params.length === 0 && !hash && path.type === 'PathExpression' && !path.data ? path.parts.join('.') : '';

/** A placeholder's value as a string; complaints where there is none. */
export function slotText(slot: Slot, env: RenderEnv): string {
  const { call: c } = slot;
  const value = isCall(c) ? call(c.path, c.params, c.hash?.pairs ?? [], env) : evaluate(c.path, env);
  // Texts are not for printing other texts: they would be checked, and run in circles, nowhere.
  if (printOf(value) && !isCall(c)) return '';
  return stringOf(value, env, canonicalOf(slot), slot.label, slot.span) ?? '';
}
