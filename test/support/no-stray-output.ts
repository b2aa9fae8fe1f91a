import { afterAll, afterEach, beforeAll, beforeEach, expect, vi } from 'vitest';

/** A stray warning fails a test: nothing but the reporters may print. */
const seen: string[] = [];

beforeEach(() => {
  seen.length = 0;
  for (const method of ['warn', 'error', 'log', 'info'] as const) {
    vi.spyOn(console, method).mockImplementation((...words: unknown[]) => {
      seen.push(`console.${method}: ${words.map(String).join(' ')}`);
    });
  }
});

afterEach(() => {
  const said = [...seen];
  vi.restoreAllMocks();
  expect(said, 'nothing may be printed').toEqual([]);
});

const heard = (warning: Error): void => void seen.push(`process warning: ${warning.message}`);
beforeAll(() => void process.on('warning', heard));
afterAll(() => void process.off('warning', heard));
