/** Tells how far a build is. Only of interest while it lasts; nothing depends on it. */
export interface Progress {
  step(done: number, total: number, what: string): void;
  end(): void;
}

export interface Terminal {
  readonly write: (text: string) => void;
  readonly isTTY: boolean;
  readonly columns: number;
}

export const SILENT: Progress = { step: () => {}, end: () => {} };

const WIDTH = 28;

/** A bar that redraws itself on one line. */
function bar(terminal: Terminal): Progress {
  let shown = '';
  return {
    step(done, total, what) {
      const filled = total === 0 ? WIDTH : Math.round((done / total) * WIDTH);
      const line = `${'█'.repeat(filled)}${'░'.repeat(WIDTH - filled)} ${done}/${total} ${what}`.slice(
        0,
        Math.max(20, terminal.columns - 1),
      );
      if (line === shown) return;
      terminal.write(`\r\u001b[K${line}`);
      shown = line;
    },
    end() {
      if (shown !== '') terminal.write('\r\u001b[K');
      shown = '';
    },
  };
}

/** Plain lines where a log is kept: one a library, so that a log of CI stays readable. */
function lines(terminal: Terminal): Progress {
  return {
    step: (done, total, what) => terminal.write(`[${String(done).padStart(String(total).length)}/${total}] ${what}\n`),
    end: () => {},
  };
}

export const progressOn = (terminal: Terminal): Progress => (terminal.isTTY ? bar(terminal) : lines(terminal));
