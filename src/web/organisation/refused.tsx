import { useTexts } from '#web/page.ts'
import { organisationRefusals, type OrganisationReason } from './refusals.ts'

/** Why what was just tried did not work; nothing when it did. */
export function Refused({ reason }: { readonly reason: OrganisationReason | undefined }) {
  const say = useTexts(organisationRefusals)
  if (reason === undefined) return null
  return (
    <p class="notice" role="alert">
      {say(reason)}
    </p>
  )
}
