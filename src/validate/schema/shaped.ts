import * as z from 'zod';
import type { Problem } from '../../core/written/scalars.ts';

/**
 * A list or a map, of which people often write something else first: what they wrote is told how to be written here.
 * @param wrong what is wrong with the value as a whole, if anything is
 */
export function shaped<S extends z.ZodType>(schema: S, wrong: (value: unknown) => Problem | null) {
  const { $schema, ...json } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  const read = (value: unknown, ctx: z.RefinementCtx): unknown => {
    const problem = wrong(value);
    if (!problem) return value;
    ctx.addIssue({ code: 'custom', params: { problem }, message: problem.message, input: value });
    return z.NEVER;
  };
  return z.preprocess(read, schema).meta(json);
}
