import * as z from 'zod';
import { TYPED_CAMPAIGN } from './campaign.ts';

/** JSON Schema (2020-12) of a campaign file, from the schema that reads it: editors complete and underline by it. */
export function jsonSchema(): Readonly<Record<string, unknown>> {
  return { title: 'A campaign for kit', ...z.toJSONSchema(TYPED_CAMPAIGN, { io: 'input', unrepresentable: 'any' }) };
}
