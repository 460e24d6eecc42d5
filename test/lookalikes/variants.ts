/** Draws whole numbers below a bound. */
export type Draw = (below: number) => number

/** A kind of variant squatters register; null where the name has none. */
export type Variant = {
  readonly kind: 'account' | 'domain'
  readonly of: (name: string, draw: Draw) => string | null
}

const cyrillic = table(
  'a=а b=ь c=с d=ԁ e=е g=ԍ h=һ i=і j=ј k=к l=ӏ m=м n=п o=о p=р q=ԛ r=г s=ѕ t=т v=ѵ w=ԝ x=х y=у',
)
/** As the usual generators of look-alike domains have them: accents, strokes, small capitals, plain letters alike. */
const homoglyphs = table(`
  a=à,á,ạ,ą,ɑ,ă,ȧ,α,4 b=d,lb,ḅ,ƀ,ɓ,ʙ,8 c=e,ƈ,ċ,ć,ç,č d=b,cl,dl,ɗ,đ,ď,ɖ e=c,é,è,ê,ë,ē,ę,3,є f=ƒ,ḟ g=q,ɢ,ɡ,ġ,ğ,ǵ
  h=lh,ĥ,ȟ,ħ,ɦ,ḥ,ⱨ i=1,l,í,ì,ï,ı,ɩ,ǐ,ĭ j=ʝ,ɉ k=lc,ḳ,ƙ,ķ,ḵ l=1,i,ɫ,ł,ĺ m=n,nn,rn,rr,ṁ,ṃ,ᴍ,ɱ,ḿ n=m,r,ń,ṅ,ṇ,ñ,ņ,ǹ,ň,ꞑ
  o=0,ȯ,ọ,ỏ,ơ,ó,ö,ᴏ p=ƿ,ƥ,ṕ,ṗ q=g,ʠ r=ʀ,ɼ,ɽ,ŕ,ŗ,ř,ɾ,ȓ,ȑ,ṙ,ṛ,ṟ s=ʂ,ś,ṣ,ṡ,ș,ŝ,š,ꜱ,5 t=ţ,ŧ,ṫ,ṭ,ț,ƫ,7
  u=ᴜ,ǔ,ŭ,ü,ʉ,ù,ú,û,ũ,ū,ų,ư,ů,v v=ṿ,ⱱ,ᶌ,ṽ,ⱴ,ᴠ,u w=vv,ŵ,ẁ,ẃ,ẅ,ⱳ,ẇ,ẉ,ẘ y=ʏ,ý,ÿ,ŷ,ƴ,ȳ,ɏ,ỿ,ẏ,ỵ z=ʐ,ż,ź,ᴢ,ƶ,ẓ,ẕ,ⱬ,2
`)
const suffixes = ['net', 'org', 'shop', 'info', 'co', 'es', 'pl', 'io', 'xyz', 'online', 'com.mx', 'co.uk']
const fronts = ['soporte-', 'support_', 'pomoc-', 'official', 'oficial_', 'the']
const backs = ['-support', '_oficial', '-es', 'help', '-pl', '24', '-official', '_soporte', 'pomoc']

export const variants = {
  'Cyrillic, one letter': { kind: 'account', of: (name, draw) => replaced(name, cyrillic, 1, draw) },
  'Cyrillic, all letters': {
    kind: 'account',
    of: (name) => Array.from(name, (letter) => cyrillic.get(letter)?.[0] ?? letter).join(''),
  },
  hyphen: {
    kind: 'domain',
    of: (name, draw) => {
      const at = 1 + draw(name.length - 1)
      return `${name.slice(0, at)}-${name.slice(at)}.com`
    },
  },
  'other suffix': { kind: 'domain', of: (name, draw) => `${name}.${pick(suffixes, draw)}` },
  'homoglyph, one': { kind: 'account', of: (name, draw) => replaced(name, homoglyphs, 1, draw) },
  'homoglyphs, two': { kind: 'account', of: (name, draw) => replaced(name, homoglyphs, 2, draw) },
  transposition: {
    kind: 'account',
    of: (name, draw) => {
      const at = draw(name.length - 1)
      const [one = '', two = ''] = name.slice(at, at + 2)
      return one === two ? null : name.slice(0, at) + two + one + name.slice(at + 2)
    },
  },
  omission: {
    kind: 'account',
    of: (name, draw) => Array.from(name).toSpliced(draw(name.length), 1).join(''),
  },
  repetition: {
    kind: 'account',
    of: (name, draw) => {
      const at = draw(name.length)
      return name.slice(0, at + 1) + name.slice(at)
    },
  },
  'affix before': { kind: 'account', of: (name, draw) => pick(fronts, draw) + name },
  'affix behind': { kind: 'account', of: (name, draw) => name + pick(backs, draw) },
  'dots dropped': { kind: 'domain', of: (name) => `${name}com.net` },
  embedded: { kind: 'domain', of: (name) => `${name}.com.login.net` },
} satisfies Record<string, Variant>

function replaced(
  name: string,
  by: ReadonlyMap<string, readonly string[]>,
  count: number,
  draw: Draw,
): string | null {
  const letters = Array.from(name)
  const places = letters.flatMap((letter, at) => (by.has(letter) ? at : []))
  if (places.length === 0) return null
  for (let done = 0; done < count; done += 1) {
    const at = pick(places, draw)
    letters[at] = pick(by.get(letters[at] ?? '') ?? [letters[at] ?? ''], draw)
  }
  return letters.join('')
}

function pick<Item>(items: readonly Item[], draw: Draw): Item {
  const item = items[draw(items.length)]
  if (item === undefined) throw new Error('There is nothing to pick from')
  return item
}

function table(text: string): ReadonlyMap<string, readonly string[]> {
  const rows = text
    .trim()
    .split(/\s+/)
    .map((row) => row.split('='))
  return new Map(rows.map(([letter = '', others = '']) => [letter, others.split(',')]))
}
