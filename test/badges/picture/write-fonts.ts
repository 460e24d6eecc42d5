import { readFile, writeFile } from 'node:fs/promises'
import subsetFont from 'subset-font'
import { bundledLetters } from '#badges/picture/letters.ts'

/** Writes the font that PNGs are drawn with: DejaVu Sans, cut down to the letters that are drawn. */
const weights = { regular: 'DejaVuSans.ttf', bold: 'DejaVuSans-Bold.ttf' }
const lines = ['// Written by `npm run fonts`; the licence stands beside it.']
for (const [weight, file] of Object.entries(weights)) {
  const whole = await readFile(`node_modules/dejavu-fonts-ttf/ttf/${file}`)
  const subset = await subsetFont(whole, bundledLetters, {
    targetFormat: 'truetype',
    noHinting: true,
    // Ligatures would hide letters of a domain.
    dropTables: ['GSUB', 'GDEF'],
  })
  lines.push(`export const ${weight} =`, `  '${subset.toString('base64')}'`)
}
await writeFile('src/badges/picture/fonts/dejavu-sans.ts', `${lines.join('\n')}\n`)
