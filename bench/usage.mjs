// Loaded with `node --import` into each process that is measured: writes what the operating system says it used when it ends.
import { writeFileSync } from 'node:fs';

const target = process.env.BENCH_USAGE;
if (target) {
  process.on('exit', () => {
    const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
    writeFileSync(target, JSON.stringify({ cpu: (userCPUTime + systemCPUTime) / 1e6, peak: maxRSS / 1024 }));
  });
}
