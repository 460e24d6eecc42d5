/** Makes an SVG into pixels; the engine is loaded when it is first needed. */
export type Raster = {
  /** At twice its size, so that it is sharp on dense screens. */
  png(svg: string): Promise<Uint8Array>
}
