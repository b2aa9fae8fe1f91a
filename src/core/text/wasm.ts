import { engineFile, wasm } from '../engine-file.ts';

/**
 * HarfBuzz itself, without the classes that its package wraps around it: those make an object a glyph, which costs five times the shaping.
 * Pointers are byte offsets into `memory`. Functions are those of HarfBuzz's C interface (harfbuzz.github.io).
 */
export interface HarfBuzz {
  readonly memory: Memory;
  malloc(bytes: number): number;
  free(pointer: number): void;
  hb_blob_create(data: number, length: number, mode: number, user: number, destroy: number): number;
  hb_blob_get_data(blob: number, length: number): number;
  hb_blob_get_length(blob: number): number;
  hb_blob_destroy(blob: number): void;
  hb_face_create(blob: number, index: number): number;
  hb_face_collect_unicodes(face: number, set: number): void;
  hb_font_create(face: number): number;
  hb_font_set_scale(font: number, x: number, y: number): void;
  hb_font_get_nominal_glyph(font: number, codePoint: number, glyph: number): number;
  hb_font_get_glyph_extents(font: number, glyph: number, extents: number): number;
  hb_set_create(): number;
  hb_set_destroy(set: number): void;
  hb_set_get_population(set: number): number;
  hb_set_next_many(set: number, after: number, out: number, size: number): number;
  hb_buffer_create(): number;
  hb_buffer_clear_contents(buffer: number): void;
  hb_buffer_add_utf16(buffer: number, text: number, length: number, offset: number, count: number): void;
  hb_buffer_set_direction(buffer: number, direction: number): void;
  hb_buffer_set_script(buffer: number, script: number): void;
  hb_buffer_set_language(buffer: number, language: number): void;
  hb_buffer_set_flags(buffer: number, flags: number): void;
  hb_buffer_get_length(buffer: number): number;
  hb_buffer_get_glyph_infos(buffer: number, length: number): number;
  hb_buffer_get_glyph_positions(buffer: number, length: number): number;
  hb_language_from_string(text: number, length: number): number;
  hb_script_from_string(text: number, length: number): number;
  hb_shape(font: number, buffer: number, features: number, count: number): void;
}

interface Memory {
  readonly buffer: ArrayBuffer;
  grow(pages: number): number;
}

let instance: HarfBuzz | undefined;
let loading: Promise<void> | undefined;

/** Compiles HarfBuzz, once a process. Everything else in this room is synchronous and needs it done. */
export function loadShaper(): Promise<void> {
  loading ??= instantiate().then((made) => {
    instance = made;
  });
  return loading;
}

/** The running HarfBuzz. */
export function harfbuzz(): HarfBuzz {
  if (!instance) throw new Error('loadShaper() must be awaited before text is shaped');
  return instance;
}

async function instantiate(): Promise<HarfBuzz> {
  const bytes = await engineFile('harfbuzzjs/dist/harfbuzz.wasm');
  let memory: Memory | undefined;
  const module = await wasm.compile(bytes);
  const grow = (size: number): boolean => {
    if (!memory) return false;
    // By an eighth more than asked for, so that opening many fonts does not grow it as many times.
    const wanted = Math.ceil(Math.max(size, memory.buffer.byteLength * 1.125) / 65536);
    memory.grow(wanted - memory.buffer.byteLength / 65536);
    return true;
  };
  const stop = (): never => {
    throw new Error('HarfBuzz stopped');
  };
  const { exports } = await wasm.instantiate(module, {
    env: {
      emscripten_resize_heap: (size: number) => (grow(size >>> 0) ? 1 : 0),
      _abort_js: stop,
      _setitimer_js: () => 0,
      _emscripten_runtime_keepalive_clear: () => undefined,
    },
    wasi_snapshot_preview1: { proc_exit: stop },
  });
  const made = exports as HarfBuzz & { __wasm_call_ctors(): void };
  memory = made.memory;
  made.__wasm_call_ctors();
  return made;
}

let heap32: Int32Array = new Int32Array(0);
let heapU32: Uint32Array = new Uint32Array(0);
let heap16: Uint16Array = new Uint16Array(0);
let heap8: Uint8Array = new Uint8Array(0);

/** Views on HarfBuzz's memory. Not to be kept: they are made anew when the memory has grown. */
export function views(): { i32: Int32Array; u32: Uint32Array; u16: Uint16Array; u8: Uint8Array } {
  const { buffer } = harfbuzz().memory;
  if (heap8.buffer !== buffer) {
    heap32 = new Int32Array(buffer);
    heapU32 = new Uint32Array(buffer);
    heap16 = new Uint16Array(buffer);
    heap8 = new Uint8Array(buffer);
  }
  return { i32: heap32, u32: heapU32, u16: heap16, u8: heap8 };
}

/** Calls `use` with a pointer to the text's ASCII bytes. */
export function withAscii<T>(text: string, use: (pointer: number, length: number) => T): T {
  const hb = harfbuzz();
  const pointer = hb.malloc(text.length + 1);
  const { u8 } = views();
  for (let i = 0; i < text.length; i++) u8[pointer + i] = text.charCodeAt(i) & 0x7f;
  u8[pointer + text.length] = 0;
  const result = use(pointer, text.length);
  hb.free(pointer);
  return result;
}
