import { linkEntry, type Entry } from './entry.ts'

const depthMax = 32
const nodesMax = 10_000

/** What a home page says of itself, or of who publishes it. Others that it names are other people. */
const ownProperties = [
  '@graph',
  'mainEntity',
  'about',
  'publisher',
  'copyrightHolder',
  'author',
  'creator',
  'brand',
]

/** Types of schema.org that are organisations, by the words that their names end in. */
const organisationLike =
  /(?:^|[/:#])(?:\w*(?:Organization|Business|Store|Brand|Corporation|Company|Association|Agency|Restaurant|Hotel|Airline|University|School|Hospital|Museum|Library)|NGO|Project|Consortium|(?:Music|Theater|Dance)Group|SportsTeam)$/

/** The `sameAs` of organisations in one JSON-LD script, however deep it nests. Never throws. */
export function readJsonLd(json: string): readonly Entry<'same-as'>[] {
  const links: string[] = []
  const waiting: { readonly node: object; readonly depth: number }[] = []
  // Bounded as it grows: taking from the front of an array that a hostile page made long costs its whole length.
  const wait = (value: unknown, depth: number) => {
    if (typeof value !== 'object' || value === null) return
    if (depth <= depthMax && waiting.length < nodesMax) waiting.push({ node: value, depth })
  }
  wait(parsed(json), 0)
  // Not recursive: a hostile script nests as deep as it is long.
  for (const { node, depth } of waiting) {
    if (!Array.isArray(node) && isOrganisation(node)) links.push(...textsOf(propertyOf(node, 'sameAs')))
    const children: readonly unknown[] = Array.isArray(node) ? node : propertiesOf(node)
    for (const child of children) wait(child, depth + 1)
  }
  return links.map((link) => linkEntry('same-as', link))
}

function propertiesOf(node: object): readonly unknown[] {
  return ownProperties.map((name) => propertyOf(node, name)).filter((value) => value !== undefined)
}

function isOrganisation(node: object): boolean {
  return textsOf(propertyOf(node, '@type')).some((type) => organisationLike.test(type))
}

/** Publishers write a bare name, a prefixed one and a whole IRI. */
function propertyOf(node: object, name: string): unknown {
  const forms = [name, `schema:${name}`, `https://schema.org/${name}`, `http://schema.org/${name}`]
  const form = forms.find((one) => Object.hasOwn(node, one))
  const value: unknown = form === undefined ? undefined : Reflect.get(node, form)
  return value
}

/** One text or several, each bare or as `{"@id": …}`. */
function textsOf(value: unknown): readonly string[] {
  return [value]
    .flat()
    .slice(0, nodesMax)
    .flatMap((one: unknown) => {
      if (typeof one === 'string') return [one]
      if (typeof one !== 'object' || one === null) return []
      const id = Object.entries(one).find(([key]) => key === '@id' || key === '@value')?.[1]
      return typeof id === 'string' ? [id] : []
    })
}

function parsed(json: string): unknown {
  try {
    // Some content systems still wrap it as scripts were wrapped for XHTML.
    return JSON.parse(
      json.replace(/^\s*(?:<!--|\/\/<!\[CDATA\[|<!\[CDATA\[)|(?:-->|\/\/\]\]>|\]\]>)\s*$/g, ''),
    )
  } catch {
    return null
  }
}
