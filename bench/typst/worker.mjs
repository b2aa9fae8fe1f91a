// Typst's best single process: one long-lived compiler, data as a file in memory.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';

const [folder, out] = process.argv.slice(2);
const compiler = NodeCompiler.create({ workspace: folder, fontArgs: [{ fontPaths: [join(folder, 'fonts')] }] });
const jobs = JSON.parse(readFileSync(join(folder, 'jobs.json'), 'utf8'));
for (const { piece, out: path, data } of jobs) {
  compiler.mapShadow(join(folder, 'data.json'), Buffer.from(JSON.stringify(data)));
  const pdf = compiler.pdf({ mainFilePath: join(folder, `${piece}.typ`) }, { pdfTags: true, creationTimestamp: 0 });
  const target = join(out, path);
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, pdf);
  compiler.evictCache(10);
}
