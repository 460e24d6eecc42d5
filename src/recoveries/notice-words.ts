import { rfc3339 } from '#base/clock.ts'

export const recoveryStages = [
  'asked',
  'seen',
  'disputed',
  'upheld',
  'rejected',
  'ended',
  'completed',
] as const
export type RecoveryStage = (typeof recoveryStages)[number]

type Told = { readonly domain: string; readonly asker: string; readonly at: number }

/** What stands in a notice; both sides read the same. */
export function noticeOf(stage: RecoveryStage, { domain, asker, at }: Told): string {
  switch (stage) {
    case 'asked':
      return `${asker} asks to regain the brand at ${domain}. It passes if a new record in its DNS is seen for three days and no owner objects.`
    case 'seen':
      return at === 0
        ? `The new record for ${domain} has been seen. The brand does not pass before a person has decided.`
        : `The new record for ${domain} has been seen. If it stays and no owner objects, the brand passes to ${asker} on ${rfc3339(at)} at the earliest.`
    case 'disputed':
      return `Who the brand at ${domain} belongs to is disputed. Nothing passes until a person of this registry has decided.`
    case 'upheld':
      return `A person of this registry decided that ${asker} may regain the brand at ${domain}. It passes once the new record was seen for three days.`
    case 'rejected':
      return `A person of this registry decided that ${asker} does not get the brand at ${domain}.`
    case 'ended':
      return `Regaining the brand at ${domain} has ended, and nothing has passed.`
    case 'completed':
      return `The brand at ${domain} has passed to ${asker}. Who had it before reaches it no more; other domains of the brand must be proved anew.`
  }
}
