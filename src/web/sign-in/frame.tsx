import type { Child } from 'hono/jsx'
import { Layout } from '#web/layout.tsx'
import { useTexts } from '#web/page.ts'
import { passkeyScript } from '#web/scripts/passkey.ts'
import { peopleStyleHref } from '#web/style/people.ts'
import { signInRefusals, type SignInReason } from './refusals.ts'

type Props = {
  readonly title: string
  /** Why what was just tried did not work. */
  readonly refused?: SignInReason | undefined
  readonly children: Child
}

/** A narrow page with one thing to do. */
export function Frame({ title, refused, children }: Props) {
  return (
    <Layout title={`${title} · Veramarca`} description={title} indexed={false} head={<PasskeyHead />}>
      <section class="entry">
        <h1>{title}</h1>
        {refused === undefined ? null : <Refused reason={refused} />}
        {children}
      </section>
    </Layout>
  )
}

export function Refused({ reason }: { readonly reason: SignInReason }) {
  return (
    <p class="notice" role="alert">
      {useTexts(signInRefusals)(reason)}
    </p>
  )
}

/** What pages of people need beside the one stylesheet. */
export function PeopleHead() {
  return <link rel="stylesheet" href={peopleStyleHref} />
}

/** Where a passkey may be asked for, too. */
export function PasskeyHead() {
  return (
    <>
      <PeopleHead />
      <script type="module" src={`/passkey.js?v=${passkeyScript.version}`} />
    </>
  )
}
