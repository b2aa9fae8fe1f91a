import { CODES } from '../core/codes/index.ts';

const isCode = (code: string): code is keyof typeof CODES => Object.hasOwn(CODES, code);

/** `kit explain CODE`: what a diagnostic means, in the words of the docs. */
export function explain(code: string | undefined): number {
  if (code === undefined) {
    const width = Math.max(...Object.keys(CODES).map((name) => name.length));
    for (const [name, meaning] of Object.entries(CODES)) process.stdout.write(`${name.padEnd(width)}  ${meaning}\n`);
    return 0;
  }
  const name = code.replace(/^\[|\]$/gu, '');
  if (!isCode(name)) {
    process.stderr.write(`kit: there is no code '${name}'. \`kit explain\` lists them all.\n`);
    return 2;
  }
  process.stdout.write(`${name}\n${CODES[name]}\n`);
  return 0;
}
