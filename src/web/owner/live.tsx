import { rfc3339 } from '#base/clock.ts'
import type { Attempt } from '#brands/attempt.ts'
import { newTokenBy } from '#brands/continuity.ts'
import { endOf } from '#brands/domain.ts'
import type { DomainFile } from '#brands/domain-file.ts'
import { maturesAt } from '#brands/patience.ts'
import type { Instruction } from '#challenges/method.ts'
import { harmless } from '#i18n/sentence.ts'
import { usePage, useTexts } from '#web/page.ts'
import { MarkTag } from '#web/parts/mark.tsx'
import { Say, Term } from '#web/parts/text.tsx'
import { methodName } from '#web/words.ts'
import { foundIn } from './found.ts'
import { domainHealth, markOf } from './health.ts'
import { liveWords } from './live-words.ts'
import { Fact, InEnglish } from './parts.tsx'

/** Changes exactly when the state that is shown does: an event's id, by which a browser says what it has seen. */
export function fingerprint({ domain, challenge, attempts }: DomainFile): string {
  const { state, updatedAt, tryAt, checkedAt, publicFrom } = domain
  const flags = `${challenge.isProving ? 'p' : 'w'}${challenge.isOver ? 'o' : ''}`
  return [state, updatedAt, tryAt ?? 0, checkedAt ?? 0, publicFrom ?? 0, attempts[0]?.at ?? 0, flags].join(
    '-',
  )
}

/** Nothing would come of following it: it changes by a daily look at most. */
export function isSettled({ domain, challenge }: DomainFile): boolean {
  return domain.tryAt === null && (domain.state !== 'pending' || challenge.isOver)
}

type Props = {
  readonly file: DomainFile
  readonly now: number
  /** Where a proved domain’s people go on; null for whoever has no business there. */
  readonly next: string | null
}

/** How a domain stands, what was looked for and what was found. */
export function LiveState({ file, now, next }: Props) {
  const { language } = usePage()
  const say = useTexts(liveWords)
  const { domain, challenge, attempts } = file
  const health = domainHealth(domain, challenge.expiresAt, now)
  const at = newTokenBy(domain) ?? maturesAt(domain) ?? endOf(domain) ?? now
  const isReregistered = domain.stateReason === 'registration_changed'
  const stands = domain.state === 'proved'
  // What was found of an older text says nothing of the one that is awaited.
  const newest = newestOf(attempts.filter(({ at }) => challenge.isProving || at >= challenge.issuedAt))
  const [first, ...others] = newest
  const isMistaken = health.key === 'looking' && first !== undefined && isMistake(first)
  const told = isMistaken ? 'mistaken' : sentenceOf(health.key, isReregistered)
  return (
    <div class="state" data-state={domain.state} data-proved={stands && challenge.isProving ? '' : undefined}>
      <MarkTag mark={markOf(language, health)} />
      <p class="told">
        <Say sentence={say.parts(told, { domain: domain.name, at })} />{' '}
        {stands && !challenge.isProving ? say('freshWaits') : null}
      </p>
      {stands && next !== null ? (
        <p>
          <a class="button" href={next}>
            {say('go')}
          </a>
        </p>
      ) : null}
      <dl class="facts">
        <Fact label={say('lastLook')}>
          {attempts[0] === undefined ? say('never') : <At at={attempts[0].at} />}
        </Fact>
        <Fact label={say('nextLook')}>
          {domain.tryAt === null ? (
            say(nextWithout(domain, challenge.isOver))
          ) : (
            <At at={Math.max(domain.tryAt, now)} />
          )}
        </Fact>
        {first === undefined ? null : <Found attempt={first} />}
        {first === undefined || first.outcome === 'proved' ? null : (
          <Expected instruction={file.instructions.find(({ method }) => method === first.method)} />
        )}
      </dl>
      {others.length === 0 || first?.outcome === 'proved' ? null : (
        <details>
          <summary>{say('others')}</summary>
          <dl class="facts">
            {others.map((attempt) => (
              <Found attempt={attempt} isNamed />
            ))}
          </dl>
        </details>
      )}
    </div>
  )
}

type Told = Exclude<ReturnType<typeof domainHealth>['key'], 'verified' | 'declared' | 'noDomain' | 'missing'>

function sentenceOf(
  key: ReturnType<typeof domainHealth>['key'],
  isReregistered: boolean,
): Told | 'reregistered' {
  switch (key) {
    case 'verified':
    case 'declared':
    case 'noDomain':
    case 'missing':
      throw new Error(`A domain is never ${key}`)
    case 'suspended':
      return isReregistered ? 'reregistered' : 'suspended'
    default:
      return key
  }
}

function nextWithout({ state }: DomainFile['domain'], isOver: boolean): 'byYou' | 'daily' | 'none' {
  if (state === 'proved' || state === 'failing' || state === 'contested') return 'daily'
  return state === 'pending' && !isOver ? 'byYou' : 'none'
}

const ordinary: readonly (string | null)[] = [
  'nxdomain',
  'no_address',
  'not_found',
  'no_meta_tag',
  'no_cname_record',
]

/** Something is there, or in the way, that time alone will not change. */
function isMistake({ outcome, reason }: Pick<Attempt, 'outcome' | 'reason'>): boolean {
  return outcome === 'refused' && !ordinary.includes(reason)
}

/** The newest look of each method: what proved, then what came near, then what is simply not there. */
function newestOf(attempts: readonly Attempt[]): readonly Attempt[] {
  const rank = ({ outcome, reason, method }: Attempt) => {
    if (outcome === 'proved') return 0
    if (isMistake({ outcome, reason })) return 1
    return method === 'dns-txt' ? 2 : 3
  }
  const byMethod = new Map(attempts.toReversed().map((attempt) => [attempt.method, attempt]))
  return [...byMethod.values()].toSorted((one, other) => rank(one) - rank(other))
}

function Found({ attempt, isNamed = false }: { readonly attempt: Attempt; readonly isNamed?: boolean }) {
  const { language } = usePage()
  const say = useTexts(liveWords)
  const method = harmless(methodName(attempt.method, language))
  return (
    <Fact label={isNamed ? method : say('found')}>
      {attempt.outcome === 'proved' ? (
        <Say sentence={say.parts('asExpected', { method })} />
      ) : language === 'en' ? (
        <InEnglish>{foundIn(language, attempt)}</InEnglish>
      ) : (
        <>
          {foundIn(language, attempt)}
          {attempt.detail === null ? null : (
            <details>
              <summary>{say('original')}</summary>
              <InEnglish>{attempt.detail}</InEnglish>
            </details>
          )}
        </>
      )}
    </Fact>
  )
}

function Expected({ instruction }: { readonly instruction: Instruction | undefined }) {
  const say = useTexts(liveWords)
  if (instruction === undefined) return null
  const { name = '', type = '', value, url = '', html } = instruction
  return (
    <Fact label={say('expected')}>
      <code>{value ?? html ?? ''}</code>{' '}
      <span class="fine">
        <Say
          sentence={
            type === '' ? say.parts('expectedPage', { url }) : say.parts('expectedAt', { type, name })
          }
        />
      </span>
    </Fact>
  )
}

/** When an account was looked at last, and what was found. */
export function LatestLook({ attempts }: { readonly attempts: readonly Attempt[] }) {
  const say = useTexts(liveWords)
  const [first, ...others] = newestOf(attempts)
  return (
    <dl class="facts">
      <Fact label={say('lastLook')}>
        {attempts[0] === undefined ? say('never') : <At at={attempts[0].at} />}
      </Fact>
      {first === undefined ? null : <Found attempt={first} />}
      {first?.outcome === 'proved' ? null : others.map((attempt) => <Found attempt={attempt} isNamed />)}
    </dl>
  )
}

/** To the second: looks follow each other by seconds. */
export function At({ at }: { readonly at: number }) {
  const written = rfc3339(at)
  return (
    <time datetime={written}>
      <Term>{`${written.slice(0, 10)} ${written.slice(11, 19)} UTC`}</Term>
    </time>
  )
}
