import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

/**
 * A WebAssembly file of an installed package ('harfbuzzjs/dist/harfbuzz.wasm'). It is a part of the program, not of anyone's input: so it does not come
 * through the World, and no manifest lists it.
 */
export const engineFile = (specifier: string): Promise<Uint8Array> => readFile(createRequire(import.meta.url).resolve(specifier));

/** A data module of an installed package ('date-fns/locale/sv'), looked up by name when it is needed. null: the package has none of that name. */
export function engineModule(specifier: string): object | null {
  try {
    const module: unknown = createRequire(import.meta.url)(specifier);
    return typeof module === 'object' ? module : null;
  } catch (cause) {
    const code = typeof cause === 'object' && cause !== null && 'code' in cause ? cause.code : undefined;
    if (code === 'MODULE_NOT_FOUND' || code === 'ERR_PACKAGE_PATH_NOT_EXPORTED') return null;
    throw cause;
  }
}

/** As much of the WebAssembly interface as is used; TypeScript keeps its types with the browser's. */
export const wasm = (
  globalThis as unknown as {
    WebAssembly: {
      compile(bytes: Uint8Array): Promise<object>;
      /** At once: for modules of a few bytes. */
      readonly Module: new (
        bytes: Uint8Array,
      ) => object;
      readonly Instance: new (module: object, imports: object) => { exports: unknown };
      instantiate(module: object, imports: object): Promise<{ exports: unknown }>;
    };
  }
).WebAssembly;

/** A data file of kit's own ('icc/FOGRA39L.icc'): it lies in the package's root, two folders above the sources' and the bundle's. */
export const ownFile = (path: string): Promise<Uint8Array> => readFile(new URL(`../../${path}`, import.meta.url));
