import { makeBadge } from 'badge-maker'
import { drawingsOf } from '#badges/picture/drawing.ts'
import { drawPicture, type Picture } from '#badges/picture/picture.ts'
import { createRaster } from '#badges/picture/raster.ts'
import { readEngine } from '#node-deps.ts'

const picture = (n: number): Picture => {
  return { state: 'controlled', domain: `acme${n}.com`, name: 'Acme', nameState: 'self_given' }
}

/** Times a second of one core's own time, whoever else is at work on it. */
async function perSecond(seconds: number, act: (n: number) => unknown): Promise<number> {
  let done = 0
  const once = async () => await act((done += 1))
  for (let warming = 0; warming < 20; warming += 1) await once()
  done = 0
  const before = process.cpuUsage()
  const spent = () => {
    const { user, system } = process.cpuUsage(before)
    return (user + system) / 1_000_000
  }
  while (spent() < seconds) await once()
  return Math.round(done / spent())
}

/** Our SVGs beside those of badge-maker, which draws Shields' badges, and a brand's PNGs. */
export async function benchPictures(seconds: number): Promise<void> {
  const ours = await perSecond(seconds, (n) => drawPicture(picture(n)))
  const theirs = await perSecond(seconds, (n) =>
    makeBadge({ label: `acme${n}.com`, message: 'Domain proved' }),
  )
  const raster = createRaster(readEngine)
  const drawings = drawingsOf(picture(0))
  const pngs = await perSecond(
    seconds,
    async (n) => await raster.png(drawings[n % drawings.length]?.svg ?? ''),
  )
  const setMs = Math.round((drawings.length / pngs) * 1_000)
  console.log(`Badges drawn as SVG: ${ours} per second of one core; by badge-maker ${theirs}`)
  console.log(
    `Badges drawn as PNG: ${pngs} per second of one core, so a brand's ${drawings.length} in ${setMs} ms`,
  )
}
