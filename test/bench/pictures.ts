import { makeBadge } from 'badge-maker'
import { drawingsOf } from '#badges/picture/drawing.ts'
import { drawPicture, type Picture } from '#badges/picture/picture.ts'
import { createRaster } from '#badges/picture/raster.ts'
import { readEngine } from '#node-deps.ts'
import { perCoreSecond } from './per-core.ts'

const picture = (n: number): Picture => {
  return { state: 'controlled', domain: `acme${n}.com`, name: 'Acme', nameState: 'self_given' }
}

/** Our SVGs beside those of badge-maker, which draws Shields' badges, and a brand's PNGs. */
export async function benchPictures(seconds: number): Promise<void> {
  const ours = Math.round(await perCoreSecond(seconds, (n) => drawPicture(picture(n))))
  const theirs = Math.round(
    await perCoreSecond(seconds, (n) => makeBadge({ label: `acme${n}.com`, message: 'Domain proved' })),
  )
  const raster = createRaster(readEngine)
  const drawings = drawingsOf(picture(0))
  const pngs = Math.round(
    await perCoreSecond(seconds, async (n) => await raster.png(drawings[n % drawings.length]?.svg ?? '')),
  )
  const setMs = Math.round((drawings.length / pngs) * 1_000)
  console.log(`Badges drawn as SVG: ${ours} per second of one core; by badge-maker ${theirs}`)
  console.log(
    `Badges drawn as PNG: ${pngs} per second of one core, so a brand's ${drawings.length} in ${setMs} ms`,
  )
}
