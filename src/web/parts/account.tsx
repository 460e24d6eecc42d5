import type { AccountMark } from '#registry/answer.ts'
import { isOthers, platformName } from '#web/words.ts'
import type { Verdict } from '#web/marks.ts'
import { texts } from '#i18n/texts.ts'
import { useTexts } from '#web/page.ts'
import { Term } from './text.tsx'

const words = texts({
  en: { on: '{act}: {handle} on {platform}' },
  es: { on: '{act}: {handle} en {platform}' },
  pl: { on: '{act}: {handle} w serwisie {platform}' },
})

type Props = {
  readonly account: Pick<AccountMark, 'platform' | 'handle' | 'url'>
  readonly rel: string | null
}

/** Platform and handle; a link when `rel` is given and the address is a canonical one. */
export function AccountName({ account, rel }: Props) {
  const handle = <Term>{account.handle}</Term>
  const linked = rel !== null && account.url.startsWith('https://')
  return (
    <span class="account">
      <span class="platform">{platformName(account.platform)}</span>{' '}
      {linked ? (
        <a href={account.url} rel={rel}>
          {handle}
        </a>
      ) : (
        <span>{handle}</span>
      )}
    </span>
  )
}

type LookItUpProps = { readonly account: Props['account']; readonly children: string }

/** A link to the account's own answer; its label says whose, since a list holds many such links. */
export function LookItUp({ account, children }: LookItUpProps) {
  const say = useTexts(words)
  const { handle } = account
  const label = say('on', { act: children, handle, platform: platformName(account.platform) })
  return (
    <a class="fine" href={`/?q=${encodeURIComponent(account.url)}`} aria-label={label}>
      {children}
    </a>
  )
}

/** Proved from both ends, and the brand's: some of it is only held in reserve, and speaks for nobody. */
export function isOwn(account: AccountMark & { readonly verdict: Verdict }): boolean {
  return account.verdict === 'verified' && !isOthers(account.relation)
}

/** Nobody is sent on to what is suspended or disowned; what is not proved gets no weight from our link. */
export function relOf(verdict: Verdict | null): string | null {
  if (verdict === 'suspended' || verdict === 'not_ours') return null
  return verdict === 'verified' ? 'noopener' : 'nofollow noopener noreferrer'
}
