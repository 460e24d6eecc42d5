/** Who runs the DNS of a zone, known by the names of its name servers, and what its panel wants typed. */
export type Provider = {
  readonly name: string
  /** Domain suffixes, compared by whole labels, or anchored patterns of the whole name. Lower case. */
  readonly nameServers: readonly (string | RegExp)[]
  /** Its DNS panel, or where one signs in to it. `{zone}` stands for the zone's name. */
  readonly url: string
  /** Whether the form wants the name without the zone, or the whole name. */
  readonly host: 'relative' | 'full'
  /** Whether a text with a space must be typed in quotation marks to stay one text. */
  readonly txt: 'plain' | 'quoted'
  /** Whether a target without a final dot has the zone added to it. */
  readonly cname: 'plain' | 'final-dot'
  /** Names of real servers; look-alikes of each are rejected. */
  readonly examples: readonly string[]
}

/** What most forms want. */
export const usual = { host: 'relative', txt: 'plain', cname: 'plain' } as const
