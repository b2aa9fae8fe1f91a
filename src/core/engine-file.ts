import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

/**
 * A WebAssembly file of an installed package ('harfbuzzjs/dist/harfbuzz.wasm'). It is a part of the program, not of anyone's input: so it does not come
 * through the World, and no manifest lists it.
 */
export const engineFile = (specifier: string): Promise<Uint8Array> => readFile(createRequire(import.meta.url).resolve(specifier));
