import { useTexts } from '#web/page.ts'
import { Say } from '#web/parts/text.tsx'
import { Frame } from './frame.tsx'
import { PasskeyForm } from './passkey-form.tsx'
import type { SignInReason } from './refusals.ts'
import { words } from './words.ts'

type Common = { readonly next: string; readonly refused?: SignInReason | undefined }

export function SignInPage({ next, refused, email = '' }: Common & { readonly email?: string }) {
  const say = useTexts(words)
  return (
    <Frame title={say('signIn')} refused={refused}>
      <p class="lede">{say('signInLede')}</p>
      <PasskeyForm action="/sign-in/passkey" use="get" button={say('usePasskey')} fills="#email">
        <h2>{say('passkey')}</h2>
        <p class="fine">{say('passkeyLede')}</p>
        <input type="hidden" name="next" value={next} />
      </PasskeyForm>
      <form method="post" action="/sign-in">
        <h2>{say('byEmail')}</h2>
        <label for="email">{say('email')}</label>
        <input
          id="email"
          name="email"
          type="email"
          autocomplete="username webauthn"
          required
          maxlength={254}
          value={email}
        />
        <p class="fine">{say('sendHint')}</p>
        <input type="hidden" name="next" value={next} />
        <button type="submit">{say('send')}</button>
      </form>
      <p class="fine">
        <Say sentence={say.parts('lost', { recover: { to: '/recoveries/new' } })} />
      </p>
    </Frame>
  )
}

type CodeProps = Common & {
  readonly email: string
  readonly action: '/sign-in/code' | '/step-up/code'
  /** Mail is read in the mailbox. */
  readonly atHome: boolean
}

export function CodePage({ next, refused, email, action, atHome }: CodeProps) {
  const say = useTexts(words)
  const before = action === '/sign-in/code' ? '/sign-in' : '/step-up'
  const again = { to: `${before}?next=${encodeURIComponent(next)}` }
  return (
    <Frame title={say('code')} refused={refused}>
      <p class="lede">
        <Say sentence={say.parts('codeSent', { email })} />
      </p>
      {atHome ? (
        <p class="notice">
          <Say sentence={say.parts('atHome', { mailbox: { to: '/mailbox' } })} />
        </p>
      ) : null}
      <form method="post" action={action}>
        <label for="code">{say('codeLabel')}</label>
        <input
          id="code"
          name="code"
          class="code"
          inputmode="numeric"
          autocomplete="one-time-code"
          required
          maxlength={20}
          autofocus
        />
        <input type="hidden" name="next" value={next} />
        <button type="submit">{say('confirm')}</button>
      </form>
      <p class="fine">
        <Say sentence={say.parts('again', { again })} />
      </p>
    </Frame>
  )
}

/** A press of a button, which no program that reads mail makes. */
export function LinkPage({
  next,
  email,
  token,
}: Common & { readonly email: string; readonly token: string }) {
  const say = useTexts(words)
  return (
    <Frame title={say('link')}>
      <p class="lede">
        <Say sentence={say.parts('linkLede', { email })} />
      </p>
      <form method="post" action="/sign-in/link">
        <input type="hidden" name="token" value={token} />
        <input type="hidden" name="next" value={next} />
        <button type="submit">{say('linkButton')}</button>
      </form>
    </Frame>
  )
}

export function LinkRefusedPage({
  next,
  refused,
}: {
  readonly next: string
  readonly refused: SignInReason
}) {
  const say = useTexts(words)
  return (
    <Frame title={refused === 'link_elsewhere' ? say('elsewhere') : say('signIn')} refused={refused}>
      <p>
        <a href={`/sign-in?next=${encodeURIComponent(next)}`}>{say('over')}</a>
      </p>
    </Frame>
  )
}

type StepUpProps = Common & { readonly email: string; readonly hasPasskeys: boolean }

export function StepUpPage({ next, refused, email, hasPasskeys }: StepUpProps) {
  const say = useTexts(words)
  return (
    <Frame title={say('stepUp')} refused={refused}>
      <p class="lede">
        <Say sentence={say.parts('stepUpLede', { email })} />
      </p>
      {hasPasskeys ? (
        <PasskeyForm action="/step-up/passkey" use="get" button={say('stepUpPasskey')}>
          <h2>{say('passkey')}</h2>
          <p class="fine">{say('passkeyLede')}</p>
          <input type="hidden" name="next" value={next} />
        </PasskeyForm>
      ) : null}
      <form method="post" action="/step-up">
        <h2>{say('byEmail')}</h2>
        <input type="hidden" name="next" value={next} />
        <button type="submit">{say('stepUpSend', { email })}</button>
      </form>
    </Frame>
  )
}
