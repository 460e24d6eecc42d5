import { platformName, platforms } from '#accounts/platforms/index.ts'
import { profileOf } from '#registry/judge.ts'
import { usePage, useTexts } from '#web/page.ts'
import { Say, Term } from '#web/parts/text.tsx'
import type { BrandState } from './brand-page.tsx'
import { brandWords } from './brand-words.ts'
import { Field, Refused } from './parts.tsx'

type Props = BrandState & { readonly path: string }

/** Accounts that the brand says are not its own. */
export function NotOurs({ brand, disavowals, mayWrite, fault, path }: Props) {
  const say = useTexts(brandWords)
  return (
    <section aria-labelledby="not-ours">
      <h2 id="not-ours">{say('notOurs')}</h2>
      <p>
        <Say sentence={say.parts('notOursLede', { who: brand.slug ?? brand.name })} />
      </p>
      {disavowals.length === 0 ? (
        <p class="fine">{say('emptyList')}</p>
      ) : (
        <ul class="rows">
          {disavowals.map(({ platform, handle, decidedBy }) => {
            const url = profileOf(platform, handle)
            return (
              <li>
                <span>
                  <span class="platform">{platformName(platform)}</span> <Term>{handle}</Term>
                </span>
                {decidedBy === 'dispute' ? <span class="tag">{say('byDispute')}</span> : null}
                {mayWrite && decidedBy === 'brand' && brand.frozenAt === null ? (
                  <form method="post" action={`${path}/not-ours/off`}>
                    <input type="hidden" name="account" value={url} />
                    <button type="submit" class="link" aria-label={say('takeOffWhat', { what: url })}>
                      {say('takeOff')}
                    </button>
                  </form>
                ) : null}
              </li>
            )
          })}
        </ul>
      )}
      <Refused fault={fault} at="off" />
      {mayWrite ? (
        <form method="post" action={`${path}/not-ours`} class="act inline">
          <Field
            name="account"
            id="denied"
            label={say('notOursAccount')}
            fault={fault?.at === 'denied' ? fault : null}
            required
            placeholder="https://x.com/acme_giveaway"
            autocomplete="off"
            autocapitalize="none"
            spellcheck="false"
          />
          <button type="submit" class="plain">
            {say('notOursAdd')}
          </button>
        </form>
      ) : null}
    </section>
  )
}

/** Platforms on which the brand says it has no account. */
export function Absences({ absences, mayWrite, fault, path }: Props) {
  const say = useTexts(brandWords)
  const { language } = usePage()
  const isWrong = fault?.at === 'absences'
  const absent: readonly string[] = isWrong
    ? fault.typed.all('platform')
    : absences.map(({ platform }) => platform)
  const { compare } = new Intl.Collator(language)
  const keys = Object.keys(platforms).toSorted((one, other) =>
    compare(platformName(one), platformName(other)),
  )
  return (
    <section aria-labelledby="absences">
      <h2 id="absences">{say('absences')}</h2>
      <p>{say('absencesLede')}</p>
      {mayWrite ? (
        <form method="post" action={`${path}/absences`}>
          <details open={isWrong}>
            <summary>{say('chosen', { count: absent.length })}</summary>
            <ul class="ticks columns">
              {keys.map((key) => (
                <li>
                  <label for={`absent-${key}`} class="choice">
                    <input
                      type="checkbox"
                      id={`absent-${key}`}
                      name="platform"
                      value={key}
                      checked={absent.includes(key)}
                    />
                    <span>{platformName(key)}</span>
                  </label>
                </li>
              ))}
            </ul>
            <button type="submit" class="plain">
              {say('absencesSave')}
            </button>
          </details>
          <Refused fault={fault} at="absences" />
        </form>
      ) : (
        <p>{absent.map(platformName).join(', ')}</p>
      )}
    </section>
  )
}
