import { base64 } from '@scure/base'
import type { ResvgRenderOptions } from '@resvg/resvg-wasm'
import type { Raster } from '#base/raster.ts'

type Draw = (svg: string) => Uint8Array
/** resvg's WebAssembly: compiled, or the bytes of its file. */
type Engine = WebAssembly.Module | Uint8Array<ArrayBuffer>

/** The engine can be started only once in a process, whoever asks. */
let started: Promise<Draw> | undefined

/** resvg with the bundled font. Engine and font come at the first picture: starting up must not wait for them. */
export function createRaster(engine: () => Promise<Engine>): Raster {
  return {
    async png(svg) {
      started ??= start(engine).catch((error: unknown) => {
        started = undefined
        throw error
      })
      return (await started)(svg)
    },
  }
}

async function start(engine: () => Promise<Engine>): Promise<Draw> {
  const [{ initWasm, Resvg }, { bold, regular }] = await Promise.all([
    import('@resvg/resvg-wasm'),
    import('./fonts/dejavu-sans.ts'),
  ])
  await initWasm(await engine())
  const options: ResvgRenderOptions = {
    fitTo: { mode: 'zoom', value: 2 },
    font: {
      fontBuffers: [regular, bold].map((font) => base64.decode(font)),
      defaultFontFamily: 'DejaVu Sans',
      sansSerifFamily: 'DejaVu Sans',
    },
  }
  return (svg) => {
    const drawing = new Resvg(svg, options)
    try {
      const image = drawing.render()
      const png = image.asPng()
      image.free()
      return png
    } finally {
      drawing.free()
    }
  }
}
