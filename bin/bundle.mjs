// Makes bin/dist: the program as one esbuild bundle, split so that each command loads only what it needs.
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const dist = join(root, 'bin', 'dist');
const require = createRequire(import.meta.url);
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

/** What packages bring for things that are never asked of them here. Left out, the program starts in two thirds of the time. */
const UNUSED = {
  // Fonts, lines and pictures are our own; pdfkit numbers and writes objects.
  pdfkit: ['fontkit', 'linebreak', 'png-js'],
  // Only for templates that are compiled ahead, into files.
  handlebars: ['source-map'],
};

rmSync(dist, { recursive: true, force: true });
mkdirSync(dist, { recursive: true });
await build({
  absWorkingDir: root,
  entryPoints: { cli: 'src/cli.ts' },
  outdir: dist,
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  // The published bundle has its data inside; the sources read it from files beside them.
  alias: {
    'buffer-crc32': join(root, 'src/pack/crc32.ts'),
    'css-tree': join(packageFolder('css-tree'), 'dist', 'csstree.esm.js'),
  },
  plugins: [without(UNUSED)],
  // Native code stays a package: it cannot be bundled.
  external: ['sharp'],
  minifySyntax: true,
  minifyWhitespace: true,
  keepNames: false,
  sourcemap: 'linked',
  sourcesContent: false,
  legalComments: 'none',
  logLevel: 'warning',
  define: { __KIT_VERSION__: JSON.stringify(version) },
  // CommonJS packages inside an ES module bundle ask for these.
  banner: {
    js: "import{createRequire as __cr}from'node:module';import{fileURLToPath as __fu}from'node:url';import{dirname as __dn}from'node:path';const require=__cr(import.meta.url),__filename=__fu(import.meta.url),__dirname=__dn(__filename);",
  },
});
/** An esbuild plugin: in the packages named, these imports give a value that fails, and says so, as soon as it is used. */
function without(unused) {
  const missing = (path) => `throw new Error('the bundle has no ${path}, which nothing of kit uses');`;
  return {
    name: 'without',
    setup(bundler) {
      bundler.onResolve({ filter: new RegExp(`^(?:${Object.values(unused).flat().join('|')})$`) }, ({ path, importer }) => {
        const owner = Object.keys(unused).find((name) => importer.startsWith(packageFolder(name)));
        return owner && unused[owner].includes(path) ? { path, namespace: 'without' } : undefined;
      });
      bundler.onLoad({ filter: /./, namespace: 'without' }, ({ path }) => ({
        contents:
          `const fail = () => { ${missing(path)} };\n` +
          `export default class { constructor() { fail(); } }\nexport { fail as create };`,
      }));
    },
  };
}

/** Folder of an installed package, also where its `exports` hide package.json. */
function packageFolder(name) {
  for (const base of require.resolve.paths(name) ?? []) {
    const folder = join(base, name);
    try {
      readFileSync(join(folder, 'package.json'));
      return folder;
    } catch {}
  }
  throw new Error(`${name} is not installed`);
}
