import { createHash } from 'node:crypto'
import { raw } from 'hono/html'
import type { Plaque } from '#badges/plaque/plaque.ts'
import { plaqueStyle } from '#badges/plaque/style.ts'
import { phrases } from '#badges/plaque/words.ts'
import type { Variant } from '#badges/variant.ts'
import { PlaqueView } from '#web/parts/plaque.tsx'

/** Room for the outline of what has the focus; the site behind shows through. */
const style = `h1{position:absolute;width:1px;height:1px;margin:0;overflow:hidden;clip-path:inset(50%);white-space:nowrap}body{margin:0;padding:4px;background:transparent}.vm-card{width:auto;display:block;max-width:20rem}${plaqueStyle}`
const styleHash = createHash('sha256').update(style).digest('base64')

type Props = { readonly plaque: Plaque; readonly variant: Variant; readonly publicUrl: string }

/** All that stands in a site's frame: no script, no picture, its style within. */
export function FramePage({ plaque, variant, publicUrl }: Props) {
  return (
    <html lang={variant.language}>
      <head>
        <meta charset="utf-8" />
        <title>{`${plaque.domain} · Veramarca`}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <style>{raw(style)}</style>
      </head>
      <body>
        <main>
          <h1>{phrases[variant.language].registry}</h1>
          <PlaqueView plaque={plaque} variant={variant} publicUrl={publicUrl} newWindow />
        </main>
      </body>
    </html>
  )
}

/** Who may frame it: one origin or nobody. */
export function framePolicy(ancestor: string | null): string {
  return `default-src 'none'; style-src 'sha256-${styleHash}'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors ${ancestor ?? "'none'"}`
}
