/** What the house must know of its own address. */
export type Site = {
  /** Origin, no final slash. */
  readonly publicUrl: string
  /** On localhost: reserved names pass. */
  readonly atHome: boolean
}
