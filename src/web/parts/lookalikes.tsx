import { harmless } from '#i18n/sentence.ts'
import type { Compared } from '#lookalikes/difference.ts'
import { inUnicode } from '#lookalikes/name-of.ts'
import type { Answer, Lookalike } from '#registry/answer.ts'
import { markOf } from '#web/marks.ts'
import { usePage, useTexts } from '#web/page.ts'
import { AccountName, LookItUp, relOf } from './account.tsx'
import { words } from './lookalikes-words.ts'
import { MarkTag } from './mark.tsx'
import { Say, Term, Who } from './text.tsx'

/** What stands proved beside what was asked for: who vouches, why they are alike, and letter by letter where they differ. */
export function Lookalikes({ answer: { query, lookalikes } }: { readonly answer: Answer }) {
  const say = useTexts(words)
  if (lookalikes.length === 0) return null
  const isPuny = query.kind === 'domain' && query.domain.includes('xn--')
  return (
    <section aria-labelledby="lookalikes">
      <h2 id="lookalikes">{say('title')}</h2>
      <p>
        <Say sentence={say.parts(query.kind === 'name' ? 'ledeName' : 'lede')} />
      </p>
      {isPuny ? (
        <p>
          <Say sentence={say.parts('punycode', { ascii: query.domain, shown: inUnicode(query.domain) })} />
        </p>
      ) : null}
      <ul class="rows">
        {lookalikes.map((lookalike) => (
          <li class="alike">
            <OneOf lookalike={lookalike} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function OneOf({ lookalike }: { readonly lookalike: Lookalike }) {
  const say = useTexts(words)
  const { language } = usePage()
  const { brand, account, domain, verdict, tier, reason, difference } = lookalike
  const { asked, registered } = difference
  return (
    <>
      <p class="marks">
        <span>
          <Who brand={brand} />
        </span>
        <MarkTag mark={markOf(verdict, account?.relation ?? null, language)} />
      </p>
      {account === null ? (
        domain === null || domain === brand.slug ? null : (
          <p>
            <Term>{inUnicode(domain)}</Term>
          </p>
        )
      ) : (
        <p>
          <AccountName account={account} rel={relOf(verdict)} />{' '}
          <LookItUp account={account}>{say('lookUp')}</LookItUp>
        </p>
      )}
      <p>
        <strong>{say(tier)}.</strong> {say(reason)}
      </p>
      <dl class="sides">
        <div>
          <dt>{say('asked')}</dt>
          <dd>
            <Marked compared={asked} />
          </dd>
        </div>
        <div>
          <dt>{say('registered')}</dt>
          <dd>
            <Marked compared={registered} />
          </dd>
        </div>
      </dl>
      <p class="fine">
        <Differs lookalike={lookalike} />
        {foreignLetters(asked).map(({ place, letter, script }) =>
          script === null ? (
            <> {say('hidden', { place })}</>
          ) : (
            <>
              {' '}
              <Say
                sentence={say.parts('script', { place, letter: say('quoted', { text: letter }), script })}
              />
            </>
          ),
        )}
      </p>
    </>
  )
}

/** The same in words, for whoever does not see the marks. */
function Differs({ lookalike: { difference } }: { readonly lookalike: Lookalike }) {
  const say = useTexts(words)
  const [asked, registered] = [piecesOf(difference.asked), piecesOf(difference.registered)]
  const listed = (pieces: readonly string[]) => pieces.map((text) => say('quoted', { text })).join(', ')
  const values = { asked: listed(asked), registered: listed(registered) }
  if (asked.length > 0 && registered.length > 0) return <Say sentence={say.parts('differ', values)} />
  if (asked.length > 0) return <Say sentence={say.parts('onlyHere', { asked: values.asked })} />
  if (registered.length > 0) {
    return <Say sentence={say.parts('onlyThere', { registered: values.registered })} />
  }
  return <>{say('sameText')}</>
}

function Marked({ compared: { text, differs } }: { readonly compared: Compared }) {
  const letters = Array.from(text)
  const from = differs.map(([, end]) => end)
  return (
    <bdi>
      {differs.map(([start, end], index) => (
        <>
          {harmless(letters.slice(from[index - 1] ?? 0, start).join(''))}
          <mark>{harmless(letters.slice(start, end).join(''))}</mark>
        </>
      ))}
      {harmless(letters.slice(from.at(-1) ?? 0).join(''))}
    </bdi>
  )
}

function piecesOf({ text, differs }: Compared): readonly string[] {
  const letters = Array.from(text)
  return differs.map(([start, end]) => letters.slice(start, end).join(''))
}

const scripts: readonly (readonly [string, RegExp])[] = [
  ['Cyrillic', /\p{Script=Cyrillic}/u],
  ['Greek', /\p{Script=Greek}/u],
  ['Armenian', /\p{Script=Armenian}/u],
  ['Hebrew', /\p{Script=Hebrew}/u],
  ['Arabic', /\p{Script=Arabic}/u],
  ['Georgian', /\p{Script=Georgian}/u],
  ['Cherokee', /\p{Script=Cherokee}/u],
]
const toldMax = 5

/** Letters among those that differ which are not Latin, and characters that nobody sees. */
type Foreign = { readonly letter: string; readonly place: number; readonly script: string | null }

function foreignLetters({ text, differs }: Compared): readonly Foreign[] {
  const letters = Array.from(text)
  return differs
    .flatMap(([start, end]) =>
      letters.slice(start, end).map((letter, at) => ({ letter, place: start + at + 1 })),
    )
    .flatMap(({ letter, place }): Foreign[] => {
      if (/\p{Default_Ignorable_Code_Point}/u.test(letter)) return [{ letter, place, script: null }]
      if (!/\p{L}/u.test(letter) || /\p{Script=Latin}/u.test(letter)) return []
      const script = scripts.find(([, pattern]) => pattern.test(letter))?.[0] ?? 'other'
      return [{ letter, place, script }]
    })
    .slice(0, toldMax)
}
