import { createHash } from 'node:crypto'
import { build } from 'esbuild'

export type Script = { readonly entry: string; readonly file: string; readonly constant: string }

/** What runs in browsers, and the module that holds each for the web's routes. */
export const scripts: readonly Script[] = [
  { entry: 'src/embed/lookup.ts', file: 'src/web/scripts/lookup.ts', constant: 'lookupScript' },
  { entry: 'src/embed/brand-badge.ts', file: 'src/web/scripts/embed.ts', constant: 'embedScript' },
  { entry: 'src/embed/builder.ts', file: 'src/web/scripts/builder.ts', constant: 'builderScript' },
  { entry: 'src/embed/owner.ts', file: 'src/web/scripts/owner.ts', constant: 'ownerScript' },
]

/** One file without imports, as browsers get it. */
export async function buildScript({ entry }: Script): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    minify: true,
    charset: 'utf8',
    legalComments: 'none',
  })
  return outputFiles[0]?.text ?? ''
}

/** The generated module: the script itself and its digest, by which pages may pin it. */
export function moduleOf({ constant }: Script, source: string): string {
  const sha384 = createHash('sha384').update(source).digest()
  return `/** Written by \`npm run embed\`; not to be edited. */
export const ${constant} = {
  integrity: 'sha384-${sha384.toString('base64')}',
  /** The first half of its name: /embed/{version}.js is these bytes for ever. */
  version: '${sha384.toString('hex').slice(0, 16)}',
  source: ${JSON.stringify(source)},
} as const
`
}
