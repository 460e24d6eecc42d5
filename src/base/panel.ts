/** What to type at the company that runs the zone's DNS, in the form its panel wants. */
export type Panel = {
  readonly provider: string
  readonly url: string
  readonly type: 'TXT' | 'CNAME'
  readonly host: string
  readonly value: string
}
