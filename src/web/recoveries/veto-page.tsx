import type { ShownRecovery } from '#recoveries/show-recovery.ts'
import { OwnerLayout } from '#web/owner/layout.tsx'
import { useTexts } from '#web/page.ts'
import { Say } from '#web/parts/text.tsx'
import { words } from './words.ts'

type Props = {
  readonly shown: ShownRecovery
  readonly organisation: string | null
  readonly refused: string | null
}

/** Objecting stands on a page of its own, which says what follows. */
export function VetoPage({ shown, organisation, refused }: Props) {
  const say = useTexts(words)
  const { recovery, asker } = shown
  const { id, domain } = recovery
  return (
    <OwnerLayout title={say('object')} organisation={organisation}>
      <h1>
        <Say sentence={say.parts('vetoTitle', { domain })} />
      </h1>
      {refused === null ? null : (
        <p class="notice" role="alert">
          {refused}
        </p>
      )}
      <p class="lede">
        <Say sentence={say.parts('vetoWhy', { asker })} />
      </p>
      <form method="post" action={`/recoveries/${id}/veto`} class="act actions">
        <button type="submit" class="danger">
          {say('vetoDo')}
        </button>{' '}
        <a class="button plain" href={`/recoveries/${id}`}>
          {say('vetoNot')}
        </a>
      </form>
    </OwnerLayout>
  )
}
