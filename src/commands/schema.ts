import { jsonSchema } from '../validate/index.ts';

/** `kit schema`: the JSON Schema of campaign.yaml, for editors. */
export async function schema(): Promise<number> {
  process.stdout.write(`${JSON.stringify(jsonSchema(), null, 2)}\n`);
  return 0;
}
